package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.casework.CaseFile;

/** The reason why a file is not available, or a notice about it. */
public final class FileCondition {
    private FileCondition() {}

    /** Returns the text; may be empty. */
    public static String of(CaseFile file) {
        return switch (file.status()) {
            case RECEIVED ->
                file.verdict() != null
                        ? "protégée par un mot de passe : l’antivirus n’a pas pu la lire ; ne l’ouvrez que si vous l’attendiez"
                        : file.added() ? "déposée par votre organisation" : "";
            case PENDING -> "pas encore reçue, ou en attente de l’antivirus";
            case CORRUPTED ->
                "virus détecté (" + file.verdict()
                        + ") : elle ne peut pas être téléchargée ; demandez-la de nouveau à son expéditeur";
            case REJECTED ->
                "l’antivirus n’a pas pu la lire (" + file.verdict()
                        + ") : demandez-la à son expéditeur sans mot de passe, ou moins lourde";
            case DELETED -> "supprimée : sa durée de conservation est atteinte";
        };
    }
}
