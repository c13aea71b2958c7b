import path from "node:path";
import { folderAddress, startBrowser } from "../harness/browser.ts";
import { repository } from "../harness/project.ts";

/** Takes the picture of the site that the README shows. */
const browser = await startBrowser();
const page = await browser.newPage({
  viewport: { width: 1280, height: 800 },
  colorScheme: "light",
});
const home = folderAddress(path.join(repository, "generated/docs"));
await page.goto(`${home}vapi/CreateTwilioPhoneNumberDTO.html`);
await page.getByRole("tab", { name: "Try it" }).click();
const field = page.getByLabel("A JSON value to judge");
await field.fill(`{
  "provider": "twilio",
  "number": "+14155550100",
  "twilioAccountSid": 7,
  "smsEnabled": "yes",
  "server": { "url": "https://example.com/hooks" }
}`);
await page.getByText("2 issues").waitFor();
await page.screenshot({ path: path.join(import.meta.dirname, "site.png") });
await browser.close();
