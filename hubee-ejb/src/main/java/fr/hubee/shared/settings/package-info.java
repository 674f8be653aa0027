/**
 * What records of settings are read with: each feature owns one, with a constructor that takes a {@link
 * fr.hubee.shared.settings.SettingSource}. What several features need is here.
 */
package fr.hubee.shared.settings;
