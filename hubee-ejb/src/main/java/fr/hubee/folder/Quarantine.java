package fr.hubee.folder;

import fr.hubee.shared.Conflict;
import fr.hubee.shared.Damaged;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;

/** Blocks damaged files until they are restored; a missing file is reported as not found. */
@Dependent
class Quarantine {
    @PersistenceContext
    EntityManager entities;

    /** @throws Damaged when it differs from what was received */
    void requireSound(Attachment file) {
        if (!damaged(List.of(file)).isEmpty()) {
            throw new Damaged();
        }
    }

    /** @throws Conflict with the name of a damaged file */
    void requireSound(Case theCase, Collection<Attachment> files) {
        var damaged = damaged(files);
        files.stream()
                .filter(file -> damaged.contains(file.id().toString()))
                .findFirst()
                .ifPresent(file -> {
                    throw new Conflict("« " + file.fileName() + " », du télédossier " + theCase.externalId()
                            + ", n’est plus celui que HubEE a reçu : téléchargez les autres pièces une à une."
                            + " Les administrateurs nationaux sont prévenus.");
                });
    }

    private List<?> damaged(Collection<Attachment> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        return entities.createNativeQuery("""
                        select cast(attachment_id as text) from damaged_file
                        where attachment_id in (:files) and damage <> 'MISSING'""", String.class)
                .setParameter("files", files.stream().map(Attachment::id).toList())
                .getResultList();
    }
}
