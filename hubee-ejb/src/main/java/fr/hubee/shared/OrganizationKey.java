package fr.hubee.shared;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The business key of an organisation, written {@code SI-22770001000019-77372} in addresses and messages
 * (specification §2.1).
 *
 * <p>It stands here and not with the organisations because it is also who a {@link fr.hubee.security.Caller} is.
 */
@Embeddable
public record OrganizationKey(
        @Enumerated(EnumType.STRING) @Column(name = "organization_type")
        OrganizationType type,

        @Column(name = "company_register") String companyRegister,
        @Column(name = "branch_code") String branchCode) {

    /** The form of the text; the contract's own, where a branch code may hold dashes. */
    public static final String FORM = "^\\w{1,20}-[0-9]{14}-[\\w-]{1,10}$";

    private static final Pattern TEXT = Pattern.compile("(OSL|SI|EDT|ADMIN)-([0-9]{14})-([\\w-]{1,10})");

    /** Empty when the text names no organisation that could exist. */
    public static Optional<OrganizationKey> parse(String text) {
        var match = TEXT.matcher(text);
        return match.matches()
                ? Optional.of(
                        new OrganizationKey(OrganizationType.valueOf(match.group(1)), match.group(2), match.group(3)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return type + "-" + companyRegister + "-" + branchCode;
    }
}
