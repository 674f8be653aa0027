package fr.hubee.directory.process;

import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.Sha256;
import fr.hubee.kernel.shared.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;

/** The demands of démarches on the files of a deposit: their operator's administrators make them, and the national one. */
@Stateless
@RolesAllowed({RoleNames.ADMIN, RoleNames.BUSINESS})
public class DepositGateService {
    @Inject
    ProcessRepository processes;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    /** Returns the demands of a démarche, with its types of files. */
    public OpenedGate open(Caller caller, String code) {
        var process = checked(caller, code, processes.find(code).orElseThrow(() -> NotFound.of("Process")));
        return new OpenedGate(
                process.details().title(), process.details().attachments().types(), process.gate());
    }

    /** @param types of which every case must receive a file; the others are no longer required */
    public void require(Caller caller, String code, List<String> types) {
        var process = held(caller, code);
        types.forEach(type -> requireKnown(process, type));
        replace(caller, process, process.gate().requiring(types));
    }

    /**
     * Attaches a schema to a type of files, instead of the one that it has.
     *
     * @throws InvalidRequest when it is neither an XSD nor a JSON Schema, or could read or take too much
     */
    public void attach(Caller caller, String code, String type, byte[] schema) {
        var process = held(caller, code);
        requireKnown(process, type);
        DocumentSchema.of(schema);
        var digest = HexFormat.of().formatHex(Sha256.of(schema));
        processes.write(code, type, schema, digest);
        replace(caller, process, process.gate().withSchema(type, digest));
    }

    public void detach(Caller caller, String code, String type) {
        var process = held(caller, code);
        processes.removeSchema(code, type);
        replace(caller, process, process.gate().withSchema(type, null));
    }

    private Process held(Caller caller, String code) {
        return checked(caller, code, processes.requireForUpdate(code));
    }

    private static Process checked(Caller caller, String code, Process found) {
        if (!caller.covers(code)) {
            throw new NotAllowed().on(code);
        }
        return found;
    }

    private static void requireKnown(Process process, String type) {
        if (!process.details().attachments().types().contains(type)) {
            throw new InvalidRequest(Words.text("directory.schema.type"));
        }
    }

    private void replace(Caller caller, Process process, DepositGate after) {
        var before = process.gate();
        if (after.equals(before)) {
            return;
        }
        process.demand(after, clock.instant());
        journal.record(Act.by(caller, AuditAction.DEPOSIT_GATE_CHANGED)
                .on(process.details().osl(), process.code())
                .changing(before, after));
    }

    /** The demands of a démarche, and what they may be about. */
    public record OpenedGate(String processName, List<String> types, DepositGate gate) {}
}
