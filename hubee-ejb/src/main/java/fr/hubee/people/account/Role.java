package fr.hubee.people.account;

import fr.hubee.kernel.security.Roles;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** A right that an account may have (specification §1.3); its name is also the caller's role. */
public enum Role {
    READ_FOLDERS(
            "Consultation des télédossiers",
            "Voir la liste et le détail des télédossiers, sans rien télécharger ni écrire. Ouvrir un nouveau télédossier le passe à « Reçu »."),
    MANAGE_FOLDERS(
            "Gestion des télédossiers",
            "Recevoir les télédossiers, télécharger leurs pièces, écrire au demandeur, changer leur statut."),
    READ_USERS("Consultation des utilisateurs", "Voir la liste des comptes et leur détail."),
    MANAGE_USERS(
            "Gestion des utilisateurs",
            "Créer des comptes, choisir leurs rôles et leurs habilitations, les désactiver."),
    READ_SUBSCRIPTIONS("Consultation des abonnements", "Voir les abonnements, sans leurs identifiants d’accès."),
    MANAGE_SUBSCRIPTIONS(
            "Gestion des abonnements",
            "Activer, suspendre et régler les abonnements ; créer et renouveler leurs identifiants d’accès.");

    private final String label;
    private final String explanation;

    Role(String label, String explanation) {
        this.label = label;
        this.explanation = explanation;
    }

    /** Returns the text on screen. */
    public String label() {
        return label;
    }

    /** Returns the explanation on screen. */
    public String explanation() {
        return explanation;
    }

    /** The right to manage includes the right to read. */
    Set<String> asCallerRoles() {
        return switch (this) {
            case MANAGE_FOLDERS -> Set.of(name(), Roles.READ_FOLDERS);
            case MANAGE_USERS -> Set.of(name(), Roles.READ_USERS);
            case MANAGE_SUBSCRIPTIONS -> Set.of(name(), Roles.READ_SUBSCRIPTIONS);
            default -> Set.of(name());
        };
    }

    /** Whether the role gives access to télédossiers. */
    boolean isOfFolders() {
        return this == READ_FOLDERS || this == MANAGE_FOLDERS;
    }

    static Set<Role> named(String... names) {
        var roles = new TreeSet<Role>();
        for (var name : names) {
            roles.add(valueOf(name));
        }
        return Collections.unmodifiableSet(roles);
    }
}
