package fr.hubee.desk.caselist;

/** @param days with both bounds */
public record PassedMilestone(CaseMilestone milestone, Days days) {}
