/** How a feature reads its settings: a record marked with {@link fr.hubee.shared.settings.Settings}, read from a {@link fr.hubee.shared.settings.SettingSource}. */
package fr.hubee.shared.settings;
