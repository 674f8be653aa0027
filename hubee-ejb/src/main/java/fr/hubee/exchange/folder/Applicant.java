package fr.hubee.exchange.folder;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The person concerned; for a death certificate, the deceased. */
@Embeddable
public record Applicant(
        @Column(name = "first_name") String firstName,
        @Column(name = "last_name") String lastName,
        String email) {}
