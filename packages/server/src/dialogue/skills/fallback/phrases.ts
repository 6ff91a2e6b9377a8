/** Words of the fallback skill. */
export const phrases = {
  zh: {
    missed: "抱歉，我没有理解您的意思。您可以换个说法，或者从下面选一个：",
    unsure: "不太确定您的意思，您是想问：",
    productPrice: (title: string) => `${title} 多少钱`,
    productStock: (title: string) => `${title} 有货吗`,
  },
  en: {
    missed: "Sorry, I didn't get that. Could you put it another way, or pick one of these?",
    unsure: "I'm not quite sure what you mean. Is it one of these?",
    productPrice: (title: string) => `How much is ${title}?`,
    productStock: (title: string) => `Is ${title} in stock?`,
  },
};
