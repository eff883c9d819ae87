package org.jiuye.stall.employer.model;

/** Why a caseworker rejects an employer. */
public enum RejectionReason {
  /** The register of enterprises does not know the code. */
  NOT_IN_REGISTER,
  /** The register knows the code under another name. */
  NAME_DIFFERS,
  /** The register says that it was dissolved, or its licence revoked. */
  DEREGISTERED,
  /** The person who registered it may not act for it. */
  NOT_AUTHORISED,
  /** Its vacancies break the law or are untrue. */
  UNLAWFUL_VACANCIES,
  OTHER
}
