/**
 * Reading of settings: each feature has its own settings record, with a constructor that takes a
 * {@link fr.hubee.shared.settings.SettingSource}. Settings common to several features are here.
 */
package fr.hubee.shared.settings;
