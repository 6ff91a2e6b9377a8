export default definePageConfig({ disableScroll: true, navigationBarTitleText: "" });
