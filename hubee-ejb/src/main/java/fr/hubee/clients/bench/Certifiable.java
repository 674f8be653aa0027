package fr.hubee.clients.bench;

import static java.util.stream.Collectors.groupingBy;

import fr.hubee.directory.subscription.SoftwareCertificate;
import fr.hubee.directory.subscription.SoftwareProfile;
import fr.hubee.kernel.security.PartnerInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * How far software is from a certificate: one software, in one version, must have passed all scenarios of the profile.
 *
 * @param software the version that is nearest; null when none has passed anything
 * @param missing the scenarios that it has not passed
 * @param certificate that this version has, too new for another; null without
 */
public record Certifiable(
        SoftwareProfile profile, PartnerInfo software, List<Scenario> missing, SoftwareCertificate certificate) {

    /** How old a passed scenario may be; a certificate that is younger is not issued again. */
    static final Duration FRESH = Duration.ofDays(30);

    /** A scenario that a software has passed, and not failed since. */
    record Passed(String scenario, PartnerInfo software, Instant at) {
        boolean is(Scenario other) {
            return scenario.equals(other.name());
        }
    }

    /** Whether it has passed all, and has no certificate yet. */
    public boolean isReady() {
        return software != null && missing.isEmpty() && certificate == null;
    }

    /** @param known is the certificates of its organisation, of any software */
    Certifiable with(List<SoftwareCertificate> known, Instant now) {
        return known.stream()
                .filter(each -> missing.isEmpty()
                        && each.profile() == profile
                        && each.software().equals(software)
                        && each.isValid(now)
                        && each.issuedAt().isAfter(now.minus(FRESH)))
                .findFirst()
                .map(each -> new Certifiable(profile, software, missing, each))
                .orElse(this);
    }

    /** @param scenarios of the profile */
    static Certifiable of(SoftwareProfile profile, List<Scenario> scenarios, Collection<Passed> passed) {
        return passed.stream()
                .filter(each -> scenarios.stream().anyMatch(each::is))
                .collect(groupingBy(Passed::software))
                .values()
                .stream()
                .max(Comparator.<List<Passed>>comparingInt(List::size).thenComparing(Certifiable::last))
                .map(nearest -> new Certifiable(profile, nearest.get(0).software(), without(nearest, scenarios), null))
                .orElseGet(() -> new Certifiable(profile, null, scenarios, null));
    }

    private static Instant last(List<Passed> passed) {
        return passed.stream().map(Passed::at).max(Comparator.naturalOrder()).orElseThrow();
    }

    private static List<Scenario> without(List<Passed> passed, List<Scenario> scenarios) {
        return scenarios.stream()
                .filter(each -> passed.stream().noneMatch(one -> one.is(each)))
                .toList();
    }
}
