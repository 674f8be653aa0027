package fr.hubee.directory.subscription;

/** The fields of a subscription's settings in their form, in their order. */
public enum SettingsField {
    ACCESS_MODE,
    EDITOR,
    FREQUENCY,
    EMAIL
}
