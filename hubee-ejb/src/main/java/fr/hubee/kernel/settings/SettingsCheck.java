package fr.hubee.kernel.settings;

/** Reads settings with the same code as a start. */
public interface SettingsCheck {

    /** @param source reports a wrong setting, and continues */
    void read(SettingSource source);
}
