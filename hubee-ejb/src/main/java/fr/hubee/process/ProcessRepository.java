package fr.hubee.process;

import fr.hubee.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

@Dependent
class ProcessRepository {
    @PersistenceContext
    EntityManager entities;

    Optional<Process> find(String code) {
        return Optional.ofNullable(entities.find(Process.class, code));
    }

    void add(Process process) {
        entities.persist(process);
    }

    List<String> codesOf(OrganizationKey osl) {
        return entities.createQuery("select p.code from Process p where p.osl = :osl order by p.code", String.class)
                .setParameter("osl", osl)
                .getResultList();
    }
}
