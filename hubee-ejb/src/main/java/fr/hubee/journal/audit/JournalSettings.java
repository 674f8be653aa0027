package fr.hubee.journal.audit;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingValues;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/** @param kept how long the months of the journal are kept; empty means for ever */
public record JournalSettings(Optional<Period> kept) {

    public JournalSettings(SettingSource source) {
        this(source.read("HUBEE_JOURNAL_KEPT", "P5Y", JournalSettings::period));
    }

    /**
     * @param text {@code -} or a zero period means for ever; otherwise at least a year, which the database also
     *     requires
     */
    private static Optional<Period> period(String text) {
        if (text.equals("-") || Period.parse(text).isZero()) {
            return Optional.empty();
        }
        var period = SettingValues.positivePeriod(text);
        if (LocalDate.EPOCH.plus(period).isBefore(LocalDate.EPOCH.plusYears(1))) {
            throw new IllegalArgumentException("less than a year");
        }
        return Optional.of(period);
    }
}
