package org.jiuye.loan.terms.model;

/** The groups (重点群体) that the guaranteed loans are meant for. */
public enum Group {
  /** 城镇登记失业人员. */
  REGISTERED_UNEMPLOYED,
  /** 就业困难人员, including disabled people. */
  EMPLOYMENT_DIFFICULTY,
  /** 复员转业退役军人. */
  VETERAN,
  /** 刑满释放人员. */
  RELEASED_PRISONER,
  /** 高校毕业生, including graduate village officials and returned students. */
  GRADUATE,
  /** 化解过剩产能企业职工和失业人员. */
  OVERCAPACITY_WORKER,
  /** 返乡创业农民工. */
  RETURNING_MIGRANT,
  /** 网络商户. */
  ONLINE_MERCHANT,
  /** 建档立卡贫困人口: people registered as poor, now lifted from poverty. */
  LIFTED_FROM_POVERTY,
  /** 农村自主创业农民. */
  RURAL_SELF_EMPLOYED,
  /** Shopkeepers who had to close because of the epidemic; until 2020-12-31. */
  CLOSED_SHOPKEEPER,
  /** Taxi drivers; until 2020-12-31. */
  TAXI_DRIVER,
  /** Drivers of ride-hailing platforms; until 2020-12-31. */
  RIDE_HAILING_DRIVER,
  /** Repeat borrowers affected by the epidemic; until 2020-12-31. */
  REPEAT_BORROWER
}
