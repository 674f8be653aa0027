package fr.hubee.kernel.settings;


/** Reads settings by the code that a start reads them by. */
public interface SettingsCheck {

    /** @param source notes what is wrong, and goes on */
    void read(SettingSource source);
}
