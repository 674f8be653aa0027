package fr.hubee.api.exchange;

import fr.hubee.exchange.folder.Applicant;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The person concerned (specification §2.5). */
public record ApplicantJson(
        @NotNull @Size(max = 255) String firstName,
        @NotNull @Size(max = 255) String lastName,

        @Email(message = "String is not a valid email address") @Size(max = 320)
        String email) {

    static ApplicantJson from(Applicant applicant) {
        return new ApplicantJson(applicant.firstName(), applicant.lastName(), applicant.email());
    }

    Applicant toApplicant() {
        return new Applicant(firstName, lastName, email);
    }
}
