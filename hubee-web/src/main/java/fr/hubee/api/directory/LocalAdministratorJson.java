package fr.hubee.api.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import fr.hubee.api.http.EmailForm;
import fr.hubee.api.http.PhoneNumber;
import fr.hubee.directory.subscription.Contact;
import fr.hubee.kernel.shared.EmailAddress;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The local administrator of a subscription: complete at creation, only the e-mail address later. */
public record LocalAdministratorJson(
        @NotNull
        @Size(max = 320)
        @Pattern(regexp = EMAIL, message = EMAIL_TEXT, groups = Creation.class)
        @Pattern(regexp = EmailAddress.FORM, message = EmailForm.TEXT, groups = Change.class)
        String email,

        @JsonInclude(Include.NON_NULL) @Size(max = 255) String firstName,
        @JsonInclude(Include.NON_NULL) @Size(max = 255) String lastName,
        @JsonInclude(Include.NON_NULL) @Size(max = 255) String function,
        @JsonInclude(Include.NON_NULL) @PhoneNumber String phoneNumber,
        @JsonInclude(Include.NON_NULL) @PhoneNumber String mobileNumber) {

    static final String EMAIL = "[a-zA-Z0-9._-]+@[a-zA-Z0-9._-]{2,}\\.[a-z]{2,4}";
    static final String EMAIL_TEXT = "ECMA 262 regex \"^[a-zA-Z0-9._-]+@[a-zA-Z0-9._-]\\{2,\\}\\\\.[a-z]\\{2,4\\}$\""
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
