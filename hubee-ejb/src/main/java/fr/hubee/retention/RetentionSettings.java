package fr.hubee.retention;

import fr.hubee.shared.settings.SettingSource;
import fr.hubee.shared.settings.SettingValues;
import java.time.Period;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The deployer's purge settings, in addition to those of each démarche.
 *
 * @param portalFilesKept by the code of a démarche: how long the files of a case that arrived in the portal stay while
 *     it is not handled (specification §7: two months in CERTDC)
 */
public record RetentionSettings(Map<String, Period> portalFilesKept) {

    public RetentionSettings(SettingSource source) {
        this(source.read("HUBEE_PORTAL_FILES_KEPT", "CERTDC=P2M", RetentionSettings::periods));
    }

    /** @param text {@code CODE=P2M,OTHER=P30D} */
    private static Map<String, Period> periods(String text) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty() && !each.equals("-"))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toUnmodifiableMap(
                        each -> each[0].strip(), each -> SettingValues.positivePeriod(each[1].strip())));
    }
}
