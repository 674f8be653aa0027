package fr.hubee.people.password;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.shared.Paris;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;

/** @param life after how long a password expires (specification §6.2); zero for never */
public record PasswordSettings(Period life) {

    public PasswordSettings(SettingSource source) {
        this(source.read("HUBEE_PASSWORD_LIFE", "P6M", PasswordSettings::notNegative));
    }

    /** Returns when a password chosen then expires; empty for never. */
    Optional<Instant> end(Instant chosenAt) {
        return life.isZero()
                ? Optional.empty()
                : Optional.of(chosenAt.atZone(Paris.ZONE).plus(life).toInstant());
    }

    public boolean isOver(Instant chosenAt, Instant now) {
        return end(chosenAt).filter(end -> !end.isAfter(now)).isPresent();
    }

    private static Period notNegative(String text) {
        var period = Period.parse(text);
        if (period.isNegative()) {
            throw new IllegalArgumentException("a negative period");
        }
        return period;
    }
}
