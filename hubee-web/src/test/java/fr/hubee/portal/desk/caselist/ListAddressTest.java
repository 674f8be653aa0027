package fr.hubee.portal.desk.caselist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.hubee.desk.caselist.CaseCursor;
import fr.hubee.desk.caselist.CaseFilter;
import fr.hubee.desk.caselist.CaseScope;
import fr.hubee.desk.caselist.CaseScope.CaseMilestone;
import fr.hubee.desk.caselist.CaseScope.PassedMilestone;
import fr.hubee.desk.caselist.CaseSort;
import fr.hubee.desk.caselist.CaseTab;
import fr.hubee.desk.caselist.Days;
import fr.hubee.desk.caselist.ListedProcess;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ListAddressTest {
    static final CaseFilter USUAL =
            new CaseFilter(CaseTab.NEW, Set.of(), null, null, null, CaseSort.TRANSMITTED, true, 20, null);

    static ListAddress read(String... pairs) {
        Map<String, String[]> parameters = new HashMap<>();
        for (var pair : pairs) {
            var parts = pair.split("=", 2);
            parameters.merge(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    new String[] {URLDecoder.decode(parts[1], StandardCharsets.UTF_8)},
                    (some, more) -> Stream.of(some, more).flatMap(Stream::of).toArray(String[]::new));
        }
        return ListAddress.read(parameters, CaseTab.NEW);
    }

    @Test
    void whatHidesNothingNewIsRemembered() {
        var all = "/teledossiers?statut=traites&qui=moi&du=2026-11-01&recherche=Curie&annonce=" + UUID.randomUUID();
        var kept = "?demarche=EtatCivil&tri=modification&lignes=50";

        assertEquals(
                kept, ListAddress.toRemember(ListAddress.filter(all + "&" + kept.substring(1)), Set.of("EtatCivil")));
        assertNull(ListAddress.toRemember(ListAddress.filter(all + "&demarche=EtatCivil"), Set.of()), "hers no more");
    }

    @Test
    void whatIsNotSaidIsAsUsual() {
        assertEquals(new ListAddress(USUAL, List.of()), read());
        assertEquals(new ListAddress(USUAL, List.of()), read("statut=", "demarche=", "du=", "recherche= ", "apres="));
    }

    @Test
    void whoSearchesSearchesEverywhereUnlessSheSaysWhere() {
        assertEquals(CaseTab.ALL, read("recherche=martin").filter().tab());
        assertEquals(
                CaseTab.DONE,
                read("recherche=martin", "statut=traites").filter().tab());
    }

    @Test
    void anAddressComesBackAsItWas() {
        for (var tab : CaseTab.values()) {
            for (var sort : CaseSort.values()) {
                var filter = new CaseFilter(
                                tab,
                                Set.of("EtatCivil", "a&b=c"),
                                LocalDate.parse("2026-01-02"),
                                LocalDate.parse("2026-03-04"),
                                "d’Été & fils",
                                sort,
                                tab == CaseTab.ALL,
                                50,
                                new CaseCursor(
                                        tab == CaseTab.NEW,
                                        tab == CaseTab.NEW,
                                        Instant.parse("2026-01-02T03:04:05.678901Z"),
                                        new UUID(7, 9)))
                        .changed(new Days(LocalDate.parse("2026-02-03"), LocalDate.parse("2026-02-05")));
                var query = ListAddress.of(filter).replace(ListAddress.PATH + "?", "");

                assertEquals(new ListAddress(filter, List.of()), read(query.split("&", -1)));
            }
        }
    }

    @Test
    void onlyHersIsAWordOfTheAddressAndOfTheSavedFilter() {
        assertEquals(
                USUAL.in(new CaseScope(true, null, null, null)), read("qui=moi").filter());
        assertEquals(USUAL, read("qui=autrui").filter());
        assertEquals(
                "/teledossiers?statut=nouveaux&qui=moi",
                ListAddress.of(USUAL.in(new CaseScope(true, null, null, null))));
        assertEquals("?statut=nouveaux&qui=moi", ListAddress.toKeep("/teledossiers?statut=nouveaux&qui=moi"));
    }

    @Test
    void whatADigestAnnouncedIsAWordOfTheAddressAndOfNoSavedFilter() {
        var line = new UUID(0x7000, 9);
        var address = "/teledossiers?statut=nouveaux&annonce=" + line;

        assertEquals(
                USUAL.in(new CaseScope(false, line, null, null)),
                read("annonce=" + line).filter());
        assertEquals(address, ListAddress.of(USUAL.in(new CaseScope(false, line, null, null))));
        assertEquals("?statut=nouveaux", ListAddress.toKeep(address));
        assertEquals(
                List.of("Le lien de ce courriel est incomplet : la liste montre aussi d’autres télédossiers."),
                read("annonce=01a2").misunderstood());
    }

    @Test
    void aServiceIsAWordOfTheAddressAndOfNoSavedFilter() {
        var service = new OrganizationKey(OrganizationType.SI, "99000101800011", "99101");
        var address = "/teledossiers?statut=nouveaux&service=SI-99000101800011-99101";

        assertEquals(
                USUAL.in(new CaseScope(false, null, service, null)),
                read("service=SI-99000101800011-99101").filter());
        assertEquals(address, ListAddress.of(USUAL.in(new CaseScope(false, null, service, null))));
        assertEquals("?statut=nouveaux", ListAddress.toKeep(address));
        assertEquals(
                USUAL, read("service=SI-99000101800011-99101").ofAnyService().filter());
    }

    @Test
    void theFigureThatLedHereIsInTheAddressAndInNoSavedFilter() {
        var october = new Days(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-31"));
        for (var milestone : CaseMilestone.values()) {
            var address = ListAddress.of("EtatCivil", milestone, october);

            assertEquals(
                    new CaseScope(false, null, null, new PassedMilestone(milestone, october)),
                    ListAddress.filter(address).scope());
            assertEquals(address, ListAddress.of(ListAddress.filter(address)));
            assertEquals("?statut=tous&demarche=EtatCivil", ListAddress.toKeep(address));
        }
        assertEquals(
                "/teledossiers?statut=tous&demarche=EtatCivil&etape=fin&etape-du=2026-10-01&etape-au=2026-10-31",
                ListAddress.of("EtatCivil", CaseMilestone.ENDED, october));
    }

    @Test
    void aFigureOfNoMonthIsLeftOutAndReported() {
        for (var forged : List.of(
                "etape=danse&etape-du=2026-10-01&etape-au=2026-10-31",
                "etape=fin",
                "etape=fin&etape-du=2026-10-01",
                "etape=fin&etape-du=1000-01-01&etape-au=9999-12-31")) {
            var read = read(forged.split("&", -1));

            assertEquals(CaseScope.ANY, read.filter().scope(), forged);
            assertEquals(1, read.misunderstood().size(), forged);
        }
    }

    @Test
    void whatIsKeptForLongHasNeitherWhomSheSearchedNorThePage() {
        var here =
                "/teledossiers?statut=nouveaux&demarche=EtatCivil&du=2026-03-01&modifie-du=2026-03-05&recherche=curie&tri=modification"
                        + "&apres=0-00000000-0000-0007-0000-000000000009";

        assertEquals(
                "?statut=nouveaux&demarche=EtatCivil&du=2026-03-01&modifie-du=2026-03-05&tri=modification",
                ListAddress.toKeep(here));
        assertEquals(
                List.of(
                        "Statut : Nouveaux",
                        "Démarches : Acte d’état civil",
                        "Transmis du 01/03/2026",
                        "Mis à jour du 05/03/2026",
                        "Tri : Mise à jour, la plus récente d’abord",
                        "20 télédossiers par page"),
                ListAddress.words(
                        here,
                        List.of(
                                new ListedProcess("EtatCivil", "Acte d’état civil", null),
                                new ListedProcess("CERTDC", "Certificat de décès", null))));
        assertEquals(
                "Statut : tous", ListAddress.words("/teledossiers", List.of()).get(0));
        assertEquals("?statut=tous", ListAddress.toKeep("//ailleurs.example"));
    }

    @Test
    void aFormGoesBackToTheListItCameFromAndNowhereElse() {
        var here = "/teledossiers?statut=clos&demarche=a&demarche=b&recherche=d%E2%80%99%C3%89t%C3%A9&lignes=50";

        assertEquals(here, ListAddress.of(ListAddress.filter(here)));
        assertEquals("/teledossiers?statut=tous", ListAddress.of(ListAddress.filter("https://ailleurs.example/")));
        assertEquals(
                "/teledossiers?statut=tous", ListAddress.of(ListAddress.filter("//ailleurs.example?recherche=%zz&x")));
        assertEquals("/teledossiers?statut=tous", ListAddress.of(ListAddress.filter(null)));
    }

    @Test
    void whatWasForgedIsLeftOutAndReported() {
        for (var forged : List.of(
                "statut=danse",
                "service=Pontcarré",
                "du=hier",
                "au=2026-02-30",
                "du=+999999999-01-01",
                "tri=nom",
                "lignes=1000",
                "lignes=-1",
                "apres=x",
                "avant=' or 1=1")) {
            var read = read(forged);

            assertEquals(USUAL, read.filter(), forged);
            assertEquals(1, read.misunderstood().size(), forged);
        }
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsReported() {
        assertEquals(1, read("du=2026-03-04", "au=2026-03-03").misunderstood().size());
    }

    @Test
    void aVeryLongSearchIsCutAndReported() {
        var read = read("recherche=" + "x".repeat(500));

        assertEquals(100, read.filter().text().length());
        assertEquals(1, read.misunderstood().size());
        assertNull(read.filter().cursor());
    }
}
