/** Words of the room 「设置」. */
import { settingsZh } from "./settingsChinese";
import { settingsEn } from "./settingsEnglish";

export const settings = { zh: settingsZh, en: settingsEn };
