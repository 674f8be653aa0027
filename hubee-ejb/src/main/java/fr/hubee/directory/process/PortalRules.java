package fr.hubee.directory.process;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * The rules for the work of people on the cases of a démarche; not in the API.
 *
 * @param neverRefused whether the portal offers no refusal (groups A and E of specification §3.2)
 * @param sensitive whether access to it requires a second factor (specification §9.3)
 * @param person whose name its cases show
 * @param shortName what the agents call it, such as AEC, one word; null for none
 */
@Embeddable
public record PortalRules(
        @Column(name = "never_refused") boolean neverRefused,
        boolean sensitive,

        @Column(name = "case_person") @Enumerated(EnumType.STRING)
        CasePerson person,

        @Column(name = "short_name") String shortName) {
    public static final PortalRules NONE = new PortalRules(false, false, CasePerson.APPLICANT, null);
}
