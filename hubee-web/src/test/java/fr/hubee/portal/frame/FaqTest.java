package fr.hubee.portal.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The questions of the users' FAQ: the help answers each of them, and a test shows that the hub does what the answer says. */
class FaqTest {
    private static final Pattern TEST = Pattern.compile("(?m)^    (?:public )?void (\\w+)\\(");

    /**
     * @param anchor of its answer in the help
     * @param test the class and the method that show it
     */
    private record FaqQuestion(String text, String anchor, String test) {}

    private static final List<FaqQuestion> QUESTIONS = List.of(
            new FaqQuestion(
                    "Qu’est-ce que HubEE ?", "hubee", "ConnectorsIT.aTeledossierIsDepositedImportedAnsweredAndClosed"),
            new FaqQuestion(
                    "Qui sont les services instructeurs et les opérateurs de service en ligne ?",
                    "hubee",
                    "ConnectorsIT.aTeledossierIsDepositedImportedAnsweredAndClosed"),
            new FaqQuestion(
                    "Qu’est-ce qu’une démarche en ligne ?",
                    "demarche",
                    "ProfileIT.anAgentReadsHerDemarchesByCodeAndName"),
            new FaqQuestion(
                    "HubEE est-il payant pour une commune ?",
                    "gratuit",
                    "FrameIT.publicPagesAreLinkedFromTheFootAndNeedNoSignIn"),
            new FaqQuestion(
                    "Faut-il un abonnement pour chaque démarche ?",
                    "obligatoire",
                    "SuspensionIT.aSuspendedTownReceivesNothingAndFinishesWhatItHas"),
            new FaqQuestion(
                    "Quels sont les modes d’accès ?",
                    "modalites",
                    "SubscriptionPagesIT.aTownChoosesHowItReceivesThenActivatesAndSuspends"),
            new FaqQuestion(
                    "Peut-on passer d’un mode d’accès à l’autre ?",
                    "changer-modalite",
                    "SubscriptionLifeIT.aTownChoosesActivatesSuspendsAndTakesUpAgain"),
            new FaqQuestion(
                    "Que deviennent les télédossiers déjà arrivés ?",
                    "changer-modalite",
                    "PortalReceptionIT.aCaseThatArrivedInThePortalIsReceivedAfterTheSwitchToSoftware"),
            new FaqQuestion(
                    "Quelles démarches sont ouvertes ?",
                    "demarches",
                    "ProfileIT.anAgentReadsHerDemarchesByCodeAndName"),
            new FaqQuestion(
                    "Où poser une question sur une démarche de Service-Public ?",
                    "demarches",
                    "FrameIT.publicPagesAreLinkedFromTheFootAndNeedNoSignIn"),
            new FaqQuestion(
                    "Comment s’abonner à une démarche ?",
                    "abonnement",
                    "AdministratorFromSubscriptionIT.aNewAdministratorHasAnAccountAndIsInvited"),
            new FaqQuestion(
                    "Un administrateur ne voit pas les utilisateurs : que faire ?",
                    "administrateur",
                    "AccountPagesIT.rolesAreGivenAndAnAccountIsClosedAndOpenedAgain"),
            new FaqQuestion(
                    "Je n’arrive pas à me connecter : à qui écrire ?",
                    "connexion",
                    "MarkdownTest.ourTextsGiveTheAddressOfTheSupportOfThisHub"),
            new FaqQuestion(
                    "Ma commune n’utilise pas encore HubEE : à qui écrire ?",
                    "connexion",
                    "MarkdownTest.ourTextsGiveTheAddressOfTheSupportOfThisHub"),
            new FaqQuestion(
                    "Qui peut créer un compte ?",
                    "utilisateur",
                    "AccountPagesIT.anAdministratorAddsAnAgentWhoIsInvited"),
            new FaqQuestion(
                    "Je n’ai pas d’identifiant", "connexion", "AccountPagesIT.anAdministratorAddsAnAgentWhoIsInvited"),
            new FaqQuestion(
                    "Qui peut retrouver un identifiant ?",
                    "connexion",
                    "AccountPagesIT.rolesAreGivenAndAnAccountIsClosedAndOpenedAgain"),
            new FaqQuestion("J’ai oublié mon mot de passe", "connexion", "LinksIT.aLinkExpiresAfterTwoDays"),
            new FaqQuestion(
                    "Comment suspendre un abonnement ?",
                    "suspendre",
                    "SuspensionIT.aSuspendedTownReceivesNothingAndFinishesWhatItHas"),
            new FaqQuestion(
                    "Qui choisit la fréquence des courriels, et lesquelles y a-t-il ?",
                    "notifications",
                    "CaseMailIT.eachMessageIsReportedWhetherOrNotItsOperatorAsksForIt"),
            new FaqQuestion(
                    "Que recouvre « Unitaire » ?",
                    "notifications",
                    "CaseMailIT.filesThatComeAreReportedWhateverTheStatusThatTheyBring"),
            new FaqQuestion(
                    "Quand le portail s’actualise-t-il ?",
                    "actualisation",
                    "HomePageIT.whatWaitsBringsItselfUpToDateEveryFiveMinutesAsTheListDoes"),
            new FaqQuestion(
                    "Comment récupérer un télédossier dans un logiciel ?",
                    "actualisation",
                    "CredentialsIT.aTownHasSubscribedInApiMode"),
            new FaqQuestion(
                    "Quel rôle faut-il pour ouvrir un télédossier ?",
                    "rien-a-voir",
                    "CaseListIT.aListIsRefusedWithoutARoleForTeledossiers"),
            new FaqQuestion(
                    "Comment télécharger les pièces de plusieurs télédossiers ?",
                    "telecharger",
                    "AgentDayIT.downloadsAll"),
            new FaqQuestion(
                    "Comment télécharger toutes les pièces d’un télédossier, ou une seule ?",
                    "telecharger",
                    "CaseFilesIT.downloadingAllFilesBeginsANewCase"),
            new FaqQuestion(
                    "Pourquoi ne puis-je pas envoyer de message ?",
                    "message-ou-commentaire",
                    "ExchangeIT.aMessageIsRefusedWhereTheProcessForbidsIt"),
            new FaqQuestion(
                    "Quelle différence entre message et commentaire ?",
                    "message-ou-commentaire",
                    "CaseFilesIT.aMessageReachesTheOperatorAndACommentDoesNot"),
            new FaqQuestion(
                    "Quand un télédossier est-il fini ?", "statuts", "TeledossierIT.anAgentDoesAllHerWorkOnThePage"),
            new FaqQuestion(
                    "Que veut dire « Nouveau » ?",
                    "statuts",
                    "PortalReceptionIT.whatTheOperatorAddsIsNewAgainThoughItAsksForNoStatusUnlessTheCaseIsClosed"),
            new FaqQuestion(
                    "Que veut dire « Reçu » ?",
                    "statuts",
                    "TeledossiersIT.severalAreReceivedAtOnceAndWhatSomebodyElseDidIsShown"),
            new FaqQuestion("Que veut dire « En cours » ?", "statuts", "CaseFilesIT.downloadingEachFileBeginsTheCase"),
            new FaqQuestion(
                    "Que veut dire « Clos », et qui le met ?", "clos", "CaseFilesIT.whatIsClosedIsReadAndNothingElse"),
            new FaqQuestion(
                    "Peut-on annuler un changement de statut ?",
                    "erreur",
                    "CaseSupportIT.whatWasFinishedByMistakeIsInProgressAgainAndTheOperatorHearsOfIt"),
            new FaqQuestion(
                    "Peut-on reprendre un message ou une pièce ?",
                    "erreur",
                    "CaseSupportIT.aMessageThatNobodyHasReadIsTakenBack"),
            new FaqQuestion(
                    "Pourquoi ne vois-je pas de télédossier ?",
                    "rien-a-voir",
                    "CaseListIT.anAgentSeesHerOrganisationsCasesOfHerDemarches"),
            new FaqQuestion(
                    "À qui écrire pour un problème ?",
                    "contact",
                    "FrameIT.publicPagesAreLinkedFromTheFootAndNeedNoSignIn"),
            new FaqQuestion(
                    "Comment ajouter un utilisateur ?",
                    "utilisateur",
                    "AccountPagesIT.anAdministratorAddsAnAgentWhoIsInvited"),
            new FaqQuestion(
                    "Peut-on supprimer un utilisateur ?",
                    "supprimer-utilisateur",
                    "SessionIT.aDeactivationClosesHerSessionsForGood"),
            new FaqQuestion(
                    "Combien de temps vaut un mot de passe ?",
                    "connexion",
                    "SignInIT.anExpiredPasswordLetsHerChooseANewOneAndNothingElse"),
            new FaqQuestion("Quels sont les rôles ?", "roles", "SessionIT.aPersonIsKnownWithTheRolesOfHerAccount"),
            new FaqQuestion(
                    "Quelle différence entre un agent et un administrateur local ?",
                    "roles",
                    "AccountsIT.aNewAccountHasTheRolesOfItsTypeAndItsPersonIsInvited"),
            new FaqQuestion(
                    "Comment raccorder son logiciel ?",
                    "logiciel",
                    "CredentialsIT.onlyAnOpenSubscriptionInApiModeHasCredentials"),
            new FaqQuestion(
                    "Qui récupère les identifiants techniques ?",
                    "logiciel",
                    "SubscriptionPagesIT.theSecretIsShownOnceAndRenewedWithAnOverlap"),
            new FaqQuestion(
                    "À qui s’adressent les API, et avec quels droits ?",
                    "api",
                    "SubscriptionsIT.eachScopeDoesWhatTheContractSays"),
            new FaqQuestion(
                    "Un certificat de décès comporte une erreur",
                    "demarche-certdc",
                    "ExchangeIT.aMessageIsRefusedWhereTheProcessForbidsIt"),
            new FaqQuestion(
                    "Un certificat de décès ne se télécharge plus",
                    "demarche-certdc",
                    "CaseSupportIT.whatIsClosedOrOlderThanTheDemarcheKeepsIsNotOpenedAgain"),
            new FaqQuestion(
                    "Combien de temps un certificat reste-t-il dans le portail ?",
                    "demarche-certdc",
                    "RetentionIT.filesStayTwoMonthsInThePortalUnlessTheCaseIsClosedAndFortyEightHoursForSoftware"),
            new FaqQuestion(
                    "Le support peut-il rendre un certificat disponible ?",
                    "demarche-certdc",
                    "CaseSupportIT.aFinishedCertificateIsClosedToAgentsUntilTheSupportOpensItForFortyEightHours"));

    @Test
    void eachQuestionHasItsAnswerInTheHelp() throws IOException {
        var help = PublicTextLoader.read(Optional.empty(), PublicText.HELP);

        assertEquals(
                List.of(),
                QUESTIONS.stream()
                        .filter(question -> !help.contains("{#" + question.anchor() + "}"))
                        .map(FaqQuestion::text)
                        .toList());
    }

    @Test
    void eachAnswerHasATestThatShowsIt() {
        var tests = tests();

        assertEquals(
                List.of(),
                QUESTIONS.stream()
                        .filter(question -> !tests.contains(question.test()))
                        .map(question -> question.text() + " " + question.test())
                        .toList());
    }

    @Test
    void theListOfTheHelpNamesEachAnswerInItsOrder() throws IOException {
        var help = PublicTextLoader.read(Optional.empty(), PublicText.HELP);

        assertEquals(all("(?m)^## (.*) \\{#([a-z-]+)}$", help), all("(?m)^- \\[(.*)]\\(#([a-z-]+)\\)$", help));
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1) + " " + found.group(2))
                .toList();
    }

    /** Returns the class and the name of each test of the hub. */
    private static Set<String> tests() {
        return Stream.of("../hubee-web", "../hubee-ejb", "../hubee-ear")
                .map(module -> Path.of(module, "src/test/java"))
                .flatMap(FaqTest::sources)
                .flatMap(FaqTest::tests)
                .collect(Collectors.toSet());
    }

    private static Stream<Path> sources(Path folder) {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<String> tests(Path file) {
        try {
            var type = file.getFileName().toString().replace(".java", ".");
            return TEST
                    .matcher(Files.readString(file))
                    .results()
                    .map((MatchResult found) -> type + found.group(1))
                    .toList()
                    .stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
