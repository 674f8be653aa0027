package fr.hubee.api.exchange;

/** How many cases were handed over. */
public record CasesMigratedJson(int caseUpdated) {}
