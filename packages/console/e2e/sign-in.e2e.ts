import { expect, test } from "vitest";
import { useStage } from "./support.ts";

const stage = useStage();

test("CO1 a wrong password says so and keeps the email; a rate limit counts its seconds down", async () => {
  const page = await stage.visit();
  const password = page.locator("input[name=password]");
  await page.locator("input[name=email]").fill("lin@example.com");
  await password.fill("wrong");
  await page.keyboard.press("Enter");
  await page.getByText("邮箱或密码不对，请再试一次。").waitFor();
  expect(await page.locator("input[name=email]").inputValue()).toBe("lin@example.com");
  await password.fill("limited");
  await page.keyboard.press("Enter");
  await page.getByText(/尝试次数太多，请 30 秒后再试/).waitFor();
  expect(await page.getByRole("button", { name: "登录" }).isDisabled()).toBe(true);
  await page.getByText(/请 29 秒后再试/).waitFor();
});

test("CO2 a reload stays signed in at the same conversation, and signing out ends it", async () => {
  const page = await stage.signedIn();
  await page.locator(".row", { hasText: "苏婉清" }).click();
  await page.locator(".bubble").first().waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "苏婉清" }).waitFor();
  await page.getByRole("button", { name: "设置" }).click();
  await page.getByRole("menuitem", { name: "退出登录" }).click();
  await page.locator(".sign-in").waitFor();
});

test("CO39 the language can be switched before and after signing in, and is remembered", async () => {
  const page = await stage.visit();
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "Sign in to the console" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Sign in to the console" }).waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
});
