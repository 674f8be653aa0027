package fr.hubee.kernel.settings;


/** Reads settings with the same code as a start. */
public interface SettingsCheck {

    /** @param source notes what is wrong, and goes on */
    void read(SettingSource source);
}
