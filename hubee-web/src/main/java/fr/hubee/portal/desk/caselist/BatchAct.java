package fr.hubee.portal.desk.caselist;

import fr.hubee.exchange.status.CaseStatus;

/** Actions on several télédossiers at once (specification §3.3); a dialog asks for confirmation. */
public enum BatchAct {
    RECEIVE(CaseStatus.SI_RECEIVED, "Accuser réception", "Confirmer la réception"),
    START(CaseStatus.IN_PROGRESS, "Commencer le traitement", "Confirmer le début du traitement"),
    ASK(CaseStatus.ADD_AWAITING, "Demander des compléments", "Confirmer la demande"),
    REFUSE(CaseStatus.REFUSED, "Refuser", "Confirmer le refus"),
    FINISH(CaseStatus.DONE, "Finaliser le traitement", "Confirmer la fin du traitement");

    private final CaseStatus wanted;
    private final String label;
    private final String confirmation;

    BatchAct(CaseStatus wanted, String label, String confirmation) {
        this.wanted = wanted;
        this.label = label;
        this.confirmation = confirmation;
    }

    public CaseStatus wanted() {
        return wanted;
    }

    /** Returns the text of its button and the title of its dialog. */
    public String label() {
        return label;
    }

    /** Returns the text of the button that confirms. */
    public String confirmation() {
        return confirmation;
    }

    /** Returns a warning for the user before the action. */
    public String advice() {
        return switch (this) {
            case RECEIVE, START -> "Les demandeurs en seront informés par le service où ils ont fait leur démarche.";
            case ASK ->
                "Les demandeurs sauront qu’il manque quelque chose. Pour leur dire quoi, ouvrez chaque télédossier.";
            case REFUSE -> "Un refus est définitif : aucun autre statut ne pourra suivre.";
            case FINISH -> "La fin du traitement est définitive : aucun autre statut ne pourra suivre.";
        };
    }
}
