package fr.hubee.demonstration.screens;

import java.util.ArrayList;
import java.util.List;

/**
 * One screenshot.
 *
 * @param who signs in; null for nobody; for a mail, its recipient
 * @param path with {@code %s} for the result of the query
 * @param query null for none
 * @param click selector of an element to click first; null for none
 */
record Screenshot(String name, String who, String path, String query, String click, int width, boolean dark) {
    private static final String SOLENE = "solene.kermarrec@saint-aubrin-le-vieux.example";
    private static final String ODILE = "odile.garance@saint-aubrin-le-vieux.example";
    private static final String PAUL = "paul.essertaux@saint-aubrin-le-vieux.example";
    private static final String LONG = "marie-emmanuelle.beauregard@deux-chateaux.example";
    private static final String THOMAS = "thomas.valdor@valbourg-sur-orne.example";
    private static final String LISE = "lise.marchenoir@rochelande-en-plaine.example";
    private static final String HUGO = "hugo.lestrade@dila.example";
    private static final String NADIA = "nadia.benhaddou@cnaf.example";
    private static final String INES = "ines.baucher@ponant-logiciels.example";
    private static final String CLAIRE = "claire.montaudran@hubee.example";

    /** Prefix of a part of the subject, in the place of a path: a mail that was caught. */
    private static final String MAIL = "mail:";

    private static final String CASE_OF =
            "select c.id from cases c join folder f on f.id = c.folder_id where f.last_name like '%s%%' and c.status <> 'SENT'";

    static List<Screenshot> all() {
        var shots = new ArrayList<Screenshot>();
        shots.add(desk("connexion", null, "/connexion"));
        shots.add(desk("accueil-administrateur", THOMAS, "/accueil"));
        shots.add(desk("accueil-agent", SOLENE, "/accueil"));
        shots.add(desk("attestations", ODILE, "/attestations"));
        shots.add(desk("teledossiers", SOLENE, "/teledossiers"));
        shots.add(desk("teledossiers-tous", SOLENE, "/teledossiers?statut=tous"));
        shots.add(desk("teledossiers-vide", "yann.prigent@montferrol.example", "/teledossiers"));
        shots.add(desk("teledossiers-noms-longs", LONG, "/teledossiers?statut=tous"));
        shots.add(desk("teledossiers-consultation", PAUL, "/teledossiers?statut=tous"));
        shots.add(new Screenshot(
                "teledossiers-choisis",
                SOLENE,
                "/teledossiers?statut=en-cours",
                null,
                "#cases_head_checkbox",
                1280,
                false));
        shots.add(new Screenshot("teledossiers-colonnes", SOLENE, "/teledossiers", null, "#open-columns", 1280, false));
        shots.add(new Screenshot("teledossiers-sombre", SOLENE, "/teledossiers", null, null, 1280, true));
        shots.add(new Screenshot("teledossiers-320", SOLENE, "/teledossiers", null, null, 320, false));
        shots.add(new Screenshot("raccourcis", SOLENE, "/teledossiers", null, "[data-opens=shortcuts]", 1280, false));
        var long1 = CASE_OF.formatted("Bellefeuille");
        shots.add(found("teledossier", SOLENE, "/teledossier?id=%s", long1, null));
        shots.add(found(
                "teledossier-statut", SOLENE, "/teledossier?id=%s", CASE_OF.formatted("Vaudémont"), "#open-REFUSED"));
        shots.add(found(
                "teledossier-message",
                SOLENE,
                "/teledossier?id=%s",
                CASE_OF.formatted("Vaudémont"),
                "[data-opens=messaging]"));
        shots.add(new Screenshot("teledossier-320-sombre", SOLENE, "/teledossier?id=%s", long1, null, 320, true));
        shots.add(desk("comptes", ODILE, "/comptes"));
        shots.add(desk("nouveau-compte", ODILE, "/nouveau-compte"));
        shots.add(desk("import-agents", ODILE, "/import-agents"));
        shots.add(
                found("compte", ODILE, "/compte?id=%s", "select id from account where email = '" + SOLENE + "'", null));
        shots.add(found(
                "compte-remplacant",
                ODILE,
                "/compte?id=%s",
                "select id from account where email like 'mireille.aubertin%'",
                "#lastDay"));
        shots.add(desk("abonnements", ODILE, "/abonnements"));
        shots.add(found(
                "abonnement",
                THOMAS,
                "/abonnement?id=%s",
                "select id from subscription where company_register = '99000101800011' and process_code = 'EtatCivil'",
                null));
        shots.add(found(
                "livraisons",
                INES,
                "/livraisons?id=%s",
                "select id from webhook_endpoint where address like '%/ancien-serveur'",
                null));
        shots.add(desk("abonnements-editeur", INES, "/abonnements"));
        shots.add(desk("teledossiers-operateur", HUGO, "/teledossiers?statut=tous"));
        shots.add(desk("statistiques", HUGO, "/statistiques"));
        shots.add(desk("nos-statistiques", ODILE, "/nos-statistiques?demarche=EtatCivil"));
        shots.add(desk("donnees-ouvertes", null, "/donnees-ouvertes?demarche=EtatCivil"));
        shots.add(desk("api", null, "/api"));
        shots.add(desk("abonnements-a-valider", NADIA, "/abonnements?statut=INACTIVE"));
        shots.add(desk("accueil-national", CLAIRE, "/accueil"));
        shots.add(desk("demarches", CLAIRE, "/demarches"));
        shots.add(desk("demarche", CLAIRE, "/demarche?code=recensementCitoyen"));
        shots.add(desk("organisations", CLAIRE, "/organisations"));
        shots.add(desk("import-organisations", CLAIRE, "/import-organisations"));
        shots.add(desk("fusions", CLAIRE, "/fusions"));
        shots.add(found(
                "annulation-fusion",
                CLAIRE,
                "/annulation-fusion?id=%s",
                "select id from organization_merge order by id desc",
                null));
        shots.add(desk("courriels", CLAIRE, "/courriels"));
        shots.add(desk("travaux", CLAIRE, "/travaux"));
        shots.add(desk("journal", CLAIRE, "/journal"));
        shots.add(desk("a-surveiller", HUGO, "/a-surveiller"));
        shots.add(found(
                "secours",
                LISE,
                "/teledossier?id=%s&retour=/secours",
                "select id from cases where company_register = '99000103400018' and status = 'HUBEE_NOTIFIED' order by transmitted_at",
                null));
        shots.add(mail("courriel-secours", INES, "Un logiciel silencieux"));
        shots.add(desk("accueil-operateur", HUGO, "/accueil"));
        shots.add(desk("accueil-editeur", INES, "/accueil"));
        shots.add(mail("courriel-recapitulatif", "etat-civil@deux-chateaux.example", "Télédossiers transmis"));
        shots.add(mail("courriel-sans-reponse", "etat-civil@deux-chateaux.example", "que personne"));
        shots.add(mail("courriel-sans-reponse-operateur", HUGO, "que personne"));
        shots.add(desk("aide", SOLENE, "/aide"));
        shots.add(desk("profil", SOLENE, "/profil"));
        return List.copyOf(shots);
    }

    /** @param subject a part of it */
    private static Screenshot mail(String name, String recipient, String subject) {
        return new Screenshot(name, recipient, MAIL + subject, null, null, 680, false);
    }

    boolean isMail() {
        return path.startsWith(MAIL);
    }

    /** Returns a part of the mail's subject. */
    String mail() {
        return path.substring(MAIL.length());
    }

    private static Screenshot desk(String name, String who, String path) {
        return new Screenshot(name, who, path, null, null, 1280, false);
    }

    private static Screenshot found(String name, String who, String path, String query, String click) {
        return new Screenshot(name, who, path, query, click, 1280, false);
    }
}
