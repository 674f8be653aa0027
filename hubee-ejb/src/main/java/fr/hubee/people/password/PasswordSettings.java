package fr.hubee.people.password;

import fr.hubee.kernel.settings.SettingSource;
import java.time.Period;

/** @param life after how long a password expires (specification §6.2); zero for never */
public record PasswordSettings(Period life) {

    public PasswordSettings(SettingSource source) {
        this(source.read("HUBEE_PASSWORD_LIFE", "P6M", PasswordSettings::notNegative));
    }

    private static Period notNegative(String text) {
        var period = Period.parse(text);
        if (period.isNegative()) {
            throw new IllegalArgumentException("a negative period");
        }
        return period;
    }
}
