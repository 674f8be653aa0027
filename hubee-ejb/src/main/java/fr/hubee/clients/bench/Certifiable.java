package fr.hubee.clients.bench;

import fr.hubee.directory.subscription.SoftwareProfile;
import fr.hubee.kernel.security.PartnerInfo;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How far software is from a certificate: one software, in one version, must have passed all scenarios of the profile.
 *
 * @param software the version that is nearest; null when none has passed anything
 * @param missing the scenarios that it has not passed
 */
public record Certifiable(SoftwareProfile profile, PartnerInfo software, List<String> missing) {

    /** A scenario that a software has passed, and not failed since. */
    record Passed(String scenario, PartnerInfo software, Instant at) {}

    public boolean isReady() {
        return software != null && missing.isEmpty();
    }

    /** @param scenarios of the profile */
    static Certifiable of(SoftwareProfile profile, Set<String> scenarios, Collection<Passed> passed) {
        var last = passed.stream()
                .filter(each -> scenarios.contains(each.scenario()))
                .collect(Collectors.toMap(
                        Passed::software, Passed::at, (one, other) -> one.isAfter(other) ? one : other));
        Function<PartnerInfo, List<String>> missing = software -> without(scenarios, passed, software);
        return last.keySet().stream()
                .min(Comparator.<PartnerInfo>comparingInt(
                                each -> missing.apply(each).size())
                        .thenComparing(last::get, Comparator.reverseOrder()))
                .map(nearest -> new Certifiable(profile, nearest, missing.apply(nearest)))
                .orElseGet(() -> new Certifiable(profile, null, List.copyOf(new TreeSet<>(scenarios))));
    }

    private static List<String> without(Set<String> scenarios, Collection<Passed> passed, PartnerInfo software) {
        var missing = new TreeSet<>(scenarios);
        passed.stream()
                .filter(each -> each.software().equals(software))
                .forEach(each -> missing.remove(each.scenario()));
        return List.copyOf(missing);
    }
}
