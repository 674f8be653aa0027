package fr.hubee.api.http;

import fr.hubee.kernel.shared.RefusalText;
import jakarta.ws.rs.BadRequestException;
import java.util.Collection;

/** An invalid path or query parameter. */
public class RefusedParameter extends BadRequestException {
    private static final long serialVersionUID = 1L;

    private final String where;

    @SuppressWarnings("serial") // of texts
    private final RefusalText finding;

    /** @param where {@code query.maxResult}, {@code path.caseId}… */
    public RefusedParameter(String where, String finding) {
        this(where, RefusalText.of(finding));
    }

    RefusedParameter(String where, RefusalText finding) {
        super(finding.answered());
        this.where = where;
        this.finding = finding;
    }

    /** Returns the refusal of a value that is not in a list. */
    public static RefusedParameter notIn(Collection<String> values, String where) {
        return new RefusedParameter(where, ValidationText.notInEnum(values));
    }

    String where() {
        return where;
    }

    RefusalText finding() {
        return finding;
    }
}
