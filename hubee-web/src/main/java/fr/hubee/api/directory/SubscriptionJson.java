package fr.hubee.api.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import fr.hubee.api.http.ContractForms;
import fr.hubee.api.http.ContractForms.BranchCode;
import fr.hubee.api.http.ContractForms.CompanyRegister;
import fr.hubee.api.http.ContractForms.EmailForm;
import fr.hubee.api.http.ContractForms.PhoneNumber;
import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.directory.subscription.Contact;
import fr.hubee.directory.subscription.NotificationFrequency;
import fr.hubee.directory.subscription.RegisteredSubscription;
import fr.hubee.directory.subscription.SubscriptionDetails;
import fr.hubee.directory.subscription.SubscriptionStatus;
import fr.hubee.kernel.shared.EmailAddress;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.validation.groups.Default;
import java.time.Instant;
import java.util.UUID;

/** A subscription (specification §2.4). */
public record SubscriptionJson(
        @JsonProperty(access = Access.READ_ONLY) UUID id,
        @NotNull Long datapassId,
        @NotNull @Size(max = 30) String processCode,
        @NotNull @Valid SubscriberJson subscriber,
        AccessMode accessMode,
        @NotNull @Size(max = 20) String notificationFrequency,
        @Size(max = 320) @EmailForm String email,
        Instant activateDateTime,
        Instant validateDateTime,
        Instant rejectDateTime,
        Instant endDateTime,
        @JsonProperty(access = Access.READ_ONLY) Instant updateDateTime,
        @JsonProperty(access = Access.READ_ONLY) Instant creationDateTime,
        @Size(max = 20) String status,
        @Size(max = 1000) String rejectionReason,
        @NotNull @Valid LocalAdministratorJson localAdministrator,
        @Valid DelegationActorJson delegationActor) {

    /** Returns the answer to a creation, with the complete administrator. */
    static SubscriptionJson created(RegisteredSubscription subscription) {
        var administrator = subscription.details().localAdministrator();
        return of(subscription, LocalAdministratorJson.whole(administrator));
    }

    static SubscriptionJson from(RegisteredSubscription subscription) {
        var administrator = subscription.details().localAdministrator();
        return of(subscription, LocalAdministratorJson.address(administrator));
    }

    private static SubscriptionJson of(RegisteredSubscription subscription, LocalAdministratorJson administrator) {
        var details = subscription.details();
        return new SubscriptionJson(
                subscription.id(),
                details.datapassId(),
                subscription.processCode(),
                SubscriberJson.from(subscription.subscriber(), subscription.subscriberName()),
                details.accessMode(),
                details.notificationFrequency().label(),
                details.email(),
                details.activatedAt(),
                details.validatedAt(),
                details.rejectedAt(),
                details.endedAt(),
                subscription.updatedAt(),
                subscription.createdAt(),
                details.status().label(),
                details.rejectionReason(),
                administrator,
                DelegationActorJson.from(details));
    }

    public SubscriptionDetails toDetails() {
        var delegation = delegationActor == null ? DelegationActorJson.NOBODY : delegationActor;
        return new SubscriptionDetails(
                datapassId,
                accessMode,
                NotificationFrequency.ofLabel(notificationFrequency)
                        .orElseThrow(() -> new InvalidRequest("notificationFrequency is not one of the list")),
                ContractForms.emailOrNull(email),
                status == null ? null : toStatus(),
                activateDateTime,
                validateDateTime,
                rejectDateTime,
                endDateTime,
                rejectionReason,
                localAdministrator.toContact(),
                delegation.email(),
                delegation.toEditor());
    }

    private SubscriptionStatus toStatus() {
        return SubscriptionStatus.ofLabel(status)
                .orElseThrow(() -> new InvalidRequest("status is not one of the list"));
    }

    /** The subscribing organisation: its key, and in answers also its name. */
    public record SubscriberJson(
            @NotNull OrganizationType type,
            @NotNull @CompanyRegister String companyRegister,
            @NotNull @BranchCode String branchCode,
            @JsonProperty(access = Access.READ_ONLY) String name) {

        static SubscriberJson from(OrganizationKey key, String name) {
            return new SubscriberJson(key.type(), key.companyRegister(), key.branchCode(), name);
        }

        public OrganizationKey toKey() {
            return new OrganizationKey(type, companyRegister, branchCode);
        }
    }

    /** The delegate of a subscriber: a person or a software editor; none when all fields are null. */
    public record DelegationActorJson(
            @Size(max = 320)
            @Pattern(
                    regexp = LocalAdministratorJson.EMAIL,
                    message = LocalAdministratorJson.EMAIL_TEXT,
                    groups = Creation.class)
            String email,

            @BranchCode String branchCode,
            @CompanyRegister String companyRegister,
            OrganizationType type) {

        static final DelegationActorJson NOBODY = new DelegationActorJson(null, null, null, null);

        static DelegationActorJson from(SubscriptionDetails details) {
            var editor = details.editor();
            return editor == null
                    ? new DelegationActorJson(details.delegationEmail(), null, null, null)
                    : new DelegationActorJson(null, editor.branchCode(), editor.companyRegister(), editor.type());
        }

        /** Returns null when there is no delegate, or it is a person. */
        OrganizationKey toEditor() {
            if (branchCode == null && companyRegister == null && type == null) {
                return null;
            }
            if (branchCode == null || companyRegister == null || type != OrganizationType.EDT || email != null) {
                throw new InvalidRequest(
                        "delegationActor is a person (email) or an EDT organization (type, companyRegister, branchCode)");
            }
            return new OrganizationKey(type, companyRegister, branchCode);
        }
    }

    /** The local administrator of a subscription: complete at creation, only the e-mail address later. */
    public record LocalAdministratorJson(
            @NotNull
            @Size(max = 320)
            @Pattern(regexp = EMAIL, message = EMAIL_TEXT, groups = Creation.class)
            @Pattern(regexp = EmailAddress.FORM, message = ContractForms.EMAIL_TEXT, groups = Change.class)
            String email,

            @JsonInclude(Include.NON_NULL) @Size(max = 255) String firstName,
            @JsonInclude(Include.NON_NULL) @Size(max = 255) String lastName,
            @JsonInclude(Include.NON_NULL) @Size(max = 255) String function,
            @JsonInclude(Include.NON_NULL) @PhoneNumber String phoneNumber,
            @JsonInclude(Include.NON_NULL) @PhoneNumber String mobileNumber) {

        static final String EMAIL = "[a-zA-Z0-9._-]+@[a-zA-Z0-9._-]{2,}\\.[a-z]{2,4}";
        static final String EMAIL_TEXT =
                "ECMA 262 regex \"^[a-zA-Z0-9._-]+@[a-zA-Z0-9._-]\\{2,\\}\\\\.[a-z]\\{2,4\\}$\""
                        + " does not match input string";

        static LocalAdministratorJson whole(Contact contact) {
            return new LocalAdministratorJson(
                    contact.email(),
                    contact.firstName(),
                    contact.lastName(),
                    contact.function(),
                    contact.phoneNumber(),
                    contact.mobileNumber());
        }

        static LocalAdministratorJson address(Contact contact) {
            return new LocalAdministratorJson(contact.email(), null, null, null, null, null);
        }

        Contact toContact() {
            return new Contact(email, firstName, lastName, function, phoneNumber, mobileNumber);
        }
    }

    /** Validation group of creations: what the contract requires only of a new subscription. */
    interface Creation extends Default {}

    /** Validation group of changes: fewer fields are required than at creation, since older subscriptions lack some. */
    interface Change extends Default {}
}
