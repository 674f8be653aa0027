package fr.hubee.api.folder;

/** How many cases were handed over. */
public record CasesMigratedJson(int caseUpdated) {}
