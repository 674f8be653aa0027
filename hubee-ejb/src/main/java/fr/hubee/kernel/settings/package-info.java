/**
 * Reading of settings: each feature has its own settings record, with a constructor that takes a
 * {@link fr.hubee.kernel.settings.SettingSource}. Settings common to several features are here, and what {@code hubee preflight} tries.
 */
package fr.hubee.kernel.settings;
