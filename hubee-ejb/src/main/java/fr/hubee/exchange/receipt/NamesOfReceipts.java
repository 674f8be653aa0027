package fr.hubee.exchange.receipt;

import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the names of the organisations and démarches in receipts. */
@Dependent
class NamesOfReceipts {
    private static final String ORGANIZATIONS = """
            select concat_ws('-', o.organization_type, o.company_register, o.branch_code), o.name from organization o
            where o.company_register = any(cast(string_to_array(:registers, ',') as varchar[]))""";

    private static final String PROCESSES = """
            select p.code, p.name from process p where p.code = any(cast(string_to_array(:codes, ',') as varchar[]))""";

    @PersistenceContext
    EntityManager entities;

    ReceiptNames of(Collection<Receipt> receipts) {
        var registers =
                receipts.stream().flatMap(NamesOfReceipts::organizations).map(OrganizationKey::companyRegister);
        return new ReceiptNames(
                names(entities.createNativeQuery(ORGANIZATIONS).setParameter("registers", text(registers))),
                processes(receipts.stream().map(Receipt::process)));
    }

    ReceiptNames ofDeletions(Collection<DeletionCertificate> certificates) {
        var registers =
                certificates.stream().flatMap(NamesOfReceipts::organizations).map(OrganizationKey::companyRegister);
        return new ReceiptNames(
                names(entities.createNativeQuery(ORGANIZATIONS).setParameter("registers", text(registers))),
                processes(certificates.stream().map(DeletionCertificate::process)));
    }

    private Map<String, String> processes(Stream<String> codes) {
        return names(entities.createNativeQuery(PROCESSES).setParameter("codes", text(codes)));
    }

    private static Stream<OrganizationKey> organizations(Receipt receipt) {
        return Stream.concat(Stream.ofNullable(receipt.sender()), receipt.recipients().stream());
    }

    private static Stream<OrganizationKey> organizations(DeletionCertificate certificate) {
        return Stream.concat(
                Stream.ofNullable(certificate.operator()),
                Stream.ofNullable(certificate.share()).map(DeletionCertificate.Share::organization));
    }

    private static String text(Stream<String> words) {
        return words.distinct().collect(Collectors.joining(","));
    }

    private static Map<String, String> names(Query query) {
        var names = new HashMap<String, String>();
        for (var each : query.getResultList()) {
            var row = (Object[]) each;
            names.put((String) row[0], (String) row[1]);
        }
        return names;
    }
}
