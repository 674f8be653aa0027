package fr.hubee.api.exchange;

/** The number of cases that were handed over. */
public record CasesMigratedJson(int caseUpdated) {}
