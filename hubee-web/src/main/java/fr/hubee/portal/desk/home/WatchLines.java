package fr.hubee.portal.desk.home;

import fr.hubee.desk.casework.RescueService;
import fr.hubee.desk.watch.EndingProofService;
import fr.hubee.desk.watch.EndingProofService.EndingProof;
import fr.hubee.desk.watch.SilentSoftwareService;
import fr.hubee.desk.watch.UnopenedService;
import fr.hubee.desk.watch.UnscannedFileService;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.portal.people.AccountAttention;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** The lines of « À faire » on neglected objects: each actor sees those that they can act on. */
@RequestScoped
public class WatchLines {
    private static final String PAGE = "/a-surveiller";

    @Inject
    CurrentCaller currentCaller;

    @Inject
    UnopenedService unopened;

    @Inject
    SilentSoftwareService software;

    @Inject
    RescueService rescues;

    @Inject
    EndingProofService proofs;

    @Inject
    UnscannedFileService files;

    @Inject
    AccountAttention accounts;

    /** Returns all lines, also those with zero. */
    List<TodoLine> all() {
        var lines = new ArrayList<TodoLine>();
        var caller = caller();
        if (caller.is(Roles.ADMIN)) {
            lines.add(unscanned());
            lines.add(ending());
        } else if (caller.is(Roles.BUSINESS)) {
            lines.add(unanswering());
            lines.add(silent("2 jours"));
        } else if (caller.is(Roles.EDITOR)) {
            addEditor(lines);
        } else if (caller.organization().type() == OrganizationType.SI) {
            addLocal(lines);
        }
        return lines;
    }

    private void addEditor(List<TodoLine> lines) {
        if (caller().is(Roles.READ_SUBSCRIPTIONS)) {
            lines.add(silent("7 jours"));
            lines.add(backlog());
        }
        if (caller().is(Roles.MANAGE_SUBSCRIPTIONS)) {
            lines.add(ending());
        }
    }

    private void addLocal(List<TodoLine> lines) {
        if (caller().is(Roles.LOCAL)) {
            lines.add(rescuable());
        }
        if (caller().is(Roles.READ_SUBSCRIPTIONS)) {
            lines.add(dormant());
            lines.add(silent("2 jours"));
        }
        if (caller().is(Roles.READ_USERS)) {
            lines.add(neverOpened());
            lines.add(passwordsEnding());
            lines.add(passwordsEnded());
        }
    }

    private Caller caller() {
        return currentCaller.get();
    }

    private TodoLine unanswering() {
        return TodoLine.of(
                PAGE,
                unopened.count(caller()).services(),
                "1 service ne répond pas",
                "services ne répondent pas",
                "Personne n’y ouvre les télédossiers : appelez le service, ou son administrateur local.");
    }

    private TodoLine dormant() {
        return TodoLine.of(
                PAGE,
                unopened.count(caller()).cases(),
                "1 télédossier que personne n’a ouvert",
                "télédossiers que personne n’a ouverts",
                "Demandez à votre service de les ouvrir, et vérifiez l’adresse qui est prévenue.");
    }

    private TodoLine backlog() {
        return TodoLine.of(
                PAGE,
                unopened.count(caller()).cases(),
                "1 télédossier n’est pas récupéré",
                "télédossiers ne sont pas récupérés",
                "Ils attendent les organisations qui vous ont choisi : vérifiez leur logiciel.");
    }

    private TodoLine silent(String duration) {
        return TodoLine.of(
                PAGE + "#logiciels",
                software.oldest(caller(), 1).total(),
                "1 abonnement dont le logiciel se tait depuis " + duration,
                "abonnements dont le logiciel se tait depuis " + duration,
                "Il ne demande plus rien à HubEE : les télédossiers l’attendent.");
    }

    private TodoLine rescuable() {
        return TodoLine.of(
                "/secours",
                rescues.count(caller()),
                "1 télédossier attend que votre logiciel se reconnecte",
                "télédossiers attendent que votre logiciel se reconnecte",
                "D’ici là, vous pouvez lire ce qui attend et télécharger les pièces ; l’éditeur du logiciel en est prévenu.");
    }

    private TodoLine ending() {
        var page = proofs.first(caller(), 1);
        if (page.items().stream().anyMatch(EndingProof::ended)) {
            return TodoLine.of(
                    PAGE + "#cles",
                    page.total(),
                    "1 certificat a expiré",
                    "clés secrètes ou certificats s’arrêtent bientôt, ou ont expiré",
                    "Installez le nouveau dans le logiciel : avec un certificat qui a expiré, il ne se connecte plus.");
        }
        return TodoLine.of(
                PAGE + "#cles",
                page.total(),
                "1 clé secrète ou certificat s’arrête bientôt",
                "clés secrètes ou certificats s’arrêtent bientôt",
                "Installez le nouveau dans le logiciel avant ce jour.");
    }

    private TodoLine unscanned() {
        return TodoLine.of(
                PAGE + "#antivirus",
                files.oldest(caller(), 1).total(),
                "1 pièce attend l’antivirus",
                "pièces attendent l’antivirus",
                "Rien de ce qui attend n’est remis avant sa réponse : vérifiez qu’il marche.");
    }

    private TodoLine neverOpened() {
        return TodoLine.of(
                "/comptes?attention=jamais-ouverts",
                accounts.getNeverOpened().size(),
                "1 compte n’a jamais été ouvert",
                "comptes n’ont jamais été ouverts",
                "Renvoyez le lien, ou désactivez le compte.");
    }

    private TodoLine passwordsEnding() {
        return TodoLine.of(
                "/comptes?attention=mot-de-passe",
                accounts.getPasswordsEnding().size(),
                "1 mot de passe expire bientôt",
                "mots de passe expirent bientôt",
                "La personne en choisit un autre depuis son profil.");
    }

    private TodoLine passwordsEnded() {
        return TodoLine.of(
                "/comptes?attention=mot-de-passe-expire",
                accounts.getPasswordsEnded().size(),
                "1 mot de passe a expiré",
                "mots de passe ont expiré",
                "La personne en choisit un autre à sa prochaine connexion.");
    }
}
