package fr.hubee.clients.bench;

import fr.hubee.directory.subscription.SoftwareProfile;
import fr.hubee.kernel.security.PartnerInfo;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How far software is from a certificate: one software, in one version, must have passed all scenarios of the profile.
 *
 * @param software the version that is nearest; null when none has passed anything
 * @param missing the scenarios that it has not passed
 */
public record Certifiable(SoftwareProfile profile, PartnerInfo software, List<Scenario> missing) {

    /** A scenario that a software has passed, and not failed since. */
    record Passed(String scenario, PartnerInfo software, Instant at) {}

    public boolean isReady() {
        return software != null && missing.isEmpty();
    }

    /** @param scenarios of the profile */
    static Certifiable of(SoftwareProfile profile, List<Scenario> scenarios, Collection<Passed> passed) {
        var last = passed.stream()
                .filter(each -> scenarios.stream().anyMatch(one -> one.name().equals(each.scenario())))
                .collect(Collectors.toMap(
                        Passed::software, Passed::at, (one, other) -> one.isAfter(other) ? one : other));
        Function<PartnerInfo, List<Scenario>> missing = software -> without(scenarios, passed, software);
        return last.keySet().stream()
                .min(Comparator.<PartnerInfo>comparingInt(
                                each -> missing.apply(each).size())
                        .thenComparing(last::get, Comparator.reverseOrder()))
                .map(nearest -> new Certifiable(profile, nearest, missing.apply(nearest)))
                .orElseGet(() -> new Certifiable(profile, null, scenarios));
    }

    private static List<Scenario> without(List<Scenario> scenarios, Collection<Passed> passed, PartnerInfo software) {
        var done = passed.stream()
                .filter(each -> each.software().equals(software))
                .map(Passed::scenario)
                .collect(Collectors.toSet());
        return scenarios.stream().filter(each -> !done.contains(each.name())).toList();
    }
}
