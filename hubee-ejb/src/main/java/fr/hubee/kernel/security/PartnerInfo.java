package fr.hubee.kernel.security;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The calling software, from the request headers (specification §2.10); each part may be null. */
@Embeddable
public record PartnerInfo(
        @Column(name = "editor_name") String editorName,
        @Column(name = "application_name") String applicationName,
        @Column(name = "software_version") String softwareVersion) {}
