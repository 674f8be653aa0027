package fr.hubee.clients.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.clients.bench.Certifiable.Passed;
import fr.hubee.clients.client.Scope;
import fr.hubee.directory.subscription.SoftwareCertificate;
import fr.hubee.directory.subscription.SoftwareProfile;
import fr.hubee.kernel.security.PartnerInfo;
import fr.hubee.kernel.shared.OrganizationKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Software is certified once one version of it has passed all. */
class CertifiableTest {
    static final List<Scenario> SCENARIOS = List.of(scenario("nominal"), scenario("complement"), scenario("reopened"));
    static final PartnerInfo OLD = new PartnerInfo("Ponant", "Escale", "4.1");
    static final PartnerInfo NEW = new PartnerInfo("Ponant", "Escale", "4.2");
    static final Instant NOON = Instant.parse("2026-11-30T11:00:00Z");

    static Scenario scenario(String name) {
        var text = new BenchText(name, name);
        return new Scenario(name, Scope.SI, Set.of("SI"), null, text, text, List.of());
    }

    static List<String> missing(Certifiable software) {
        return software.missing().stream().map(Scenario::name).toList();
    }

    static Certifiable of(Passed... passed) {
        return Certifiable.of(SoftwareProfile.SI, SCENARIOS, List.of(passed));
    }

    static Passed passed(String scenario, PartnerInfo software, int minute) {
        return new Passed(scenario, software, NOON.plusSeconds(60L * minute));
    }

    @Test
    void whoHasPassedAllIsReady() {
        var ready = of(passed("nominal", NEW, 1), passed("complement", NEW, 2), passed("reopened", NEW, 3));

        assertTrue(ready.isReady());
        assertEquals(NEW, ready.software());
    }

    @Test
    void whoHasACertificateOfThisMonthIsNotAskedToWantAnother() {
        var ready = of(passed("nominal", NEW, 1), passed("complement", NEW, 2), passed("reopened", NEW, 3));
        var known = List.of(certificate(SoftwareProfile.OSL, NEW), certificate(SoftwareProfile.SI, OLD));
        assertTrue(ready.with(known, NOON).isReady());

        var own = List.of(certificate(SoftwareProfile.SI, NEW));
        assertFalse(ready.with(own, NOON).isReady());
        assertEquals(own.get(0), ready.with(own, NOON).certificate());
        assertTrue(ready.with(own, NOON.plus(Duration.ofDays(30))).isReady());
        assertNull(of(passed("nominal", NEW, 1)).with(own, NOON).certificate());
    }

    private static SoftwareCertificate certificate(SoftwareProfile profile, PartnerInfo software) {
        var holder = OrganizationKey.parse("SI-99000200800011-99000").orElseThrow();
        return new SoftwareCertificate(
                new UUID(0, 1), profile, holder, software, NOON, NOON.plus(Duration.ofDays(365)));
    }

    @Test
    void twoVersionsDoNotPassTogether() {
        var missing = of(passed("nominal", NEW, 1), passed("complement", NEW, 2), passed("reopened", OLD, 3));

        assertFalse(missing.isReady());
        assertEquals(NEW, missing.software());
        assertEquals(List.of("reopened"), missing(missing));
    }

    @Test
    void ofTwoVersionsThatAreAsNearTheLastOneIsShown() {
        assertEquals(
                NEW, of(passed("nominal", OLD, 1), passed("nominal", NEW, 2)).software());
        assertEquals(
                OLD, of(passed("nominal", OLD, 2), passed("nominal", NEW, 1)).software());
    }

    @Test
    void scenariosOfAnotherProfileDoNotCount() {
        var none = of(passed("late-status", NEW, 1));

        assertNull(none.software());
        assertEquals(List.of("nominal", "complement", "reopened"), missing(none));
    }

    @Test
    void nothingIsCertifiedWhereTheBenchHasNoScenario() {
        assertFalse(Certifiable.of(SoftwareProfile.SI, List.of(), List.of(passed("nominal", NEW, 1)))
                .isReady());
    }
}
