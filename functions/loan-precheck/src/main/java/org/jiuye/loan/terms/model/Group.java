package org.jiuye.loan.terms.model;

/** The groups (重点群体) for whom the guaranteed loans are meant. */
public enum Group {
  /** 城镇登记失业人员. */
  REGISTERED_UNEMPLOYED,
  /** 就业困难人员, disabled people among them. */
  EMPLOYMENT_DIFFICULTY,
  /** 复员转业退役军人. */
  VETERAN,
  /** 刑满释放人员. */
  RELEASED_PRISONER,
  /** 高校毕业生, village officials and returned students among them. */
  GRADUATE,
  /** 化解过剩产能企业职工和失业人员. */
  OVERCAPACITY_WORKER,
  /** 返乡创业农民工. */
  RETURNING_MIGRANT,
  /** 网络商户. */
  ONLINE_MERCHANT,
  /** 建档立卡贫困人口, lifted from poverty. */
  LIFTED_FROM_POVERTY,
  /** 农村自主创业农民. */
  RURAL_SELF_EMPLOYED,
  /** Shopkeepers whom the epidemic closed down; until 2020-12-31. */
  CLOSED_SHOPKEEPER,
  /** Taxi drivers; until 2020-12-31. */
  TAXI_DRIVER,
  /** Drivers of ride-hailing platforms; until 2020-12-31. */
  RIDE_HAILING_DRIVER,
  /** Repeat borrowers hit by the epidemic; until 2020-12-31. */
  REPEAT_BORROWER
}
