package fr.hubee.kernel.shared;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The business key of an organisation, written {@code SI-22770001000019-77372} in addresses and messages (specification
 * §2.1).
 *
 * <p>It is in this package, not with the organisations, because the caller of {@code security} uses it.
 */
@Embeddable
public record OrganizationKey(
        @Enumerated(EnumType.STRING) @Column(name = "organization_type")
        OrganizationType type,

        @Column(name = "company_register") String companyRegister,
        @Column(name = "branch_code") String branchCode)
        implements OneValue {

    /** The contract's pattern, where a branch code may contain dashes. */
    public static final String FORM = "^\\w{1,20}-[0-9]{14}-[\\w-]{1,10}$";

    private static final Pattern TEXT = Pattern.compile("(OSL|SI|EDT|ADMIN)-([0-9]{14})-([\\w-]{1,10})");

    /** Empty when the text is not a valid key. */
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
