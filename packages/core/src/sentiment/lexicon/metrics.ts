import type { MetricGroup } from './group.ts'

/** What a market measures. The sign of `weight` says whether more of it is good news. */
export const metrics: readonly MetricGroup[] = [
  {
    name: 'earnings',
    weight: 1,
    nouns:
      'profit earning eps ebit ebitda ebita margin net_income operating_income net_profit operating_profit pretax_profit pre_tax_profit gross_profit operating_result net_result pretax_result profit_before_tax gross_margin operating_margin profit_margin cash_flow free_cash_flow bottom_line return_on_equity return_on_capital ffo funds_from_operations earnings_per_share profit_per_share interest_income fee_income underlying_profit core_profit',
    words: 'income profitability result results roi roe roce earnings_power ep',
  },
  {
    name: 'sales',
    weight: 1,
    nouns:
      'sale revenue turnover net_sale top_line topline receipt fee_revenue comparable_sale like_for_like_sale same_store_sale comp rental_income premium_income ad_revenue subscription_revenue',
    words: 'comps lfl',
  },
  {
    name: 'orders',
    weight: 0.9,
    nouns:
      'order order_book orderbook order_intake order_backlog backlog booking shipment delivery registration new_order pre_order preorder advance_booking pipeline reservation enquiry contract',
  },
  {
    name: 'activity',
    weight: 0.8,
    nouns:
      'volume output production traffic footfall occupancy occupancy_rate subscriber customer user membership member viewer passenger passenger_number load_factor viewership visit visitor download audience player active_user throughput tonnage customer_base user_base installation rental bed_night overnight_stay ad_spending ad_spend circulation transaction permit housing_start building_permit listing_view utilisation_rate capacity_utilization capacity_utilisation trading_volume reserve',
    words: 'demand consumption utilisation utilization spending capex investment investments exports imports export',
  },
  {
    name: 'position',
    weight: 0.8,
    nouns:
      'market_share market_position lead competitiveness competitive_position market_presence footprint presence share_of_market',
    words: 'productivity efficiency competitiveness',
  },
  {
    name: 'price',
    weight: 0.9,
    nouns:
      'share stock share_price stock_price adr valuation market_cap market_value market_capitalisation market_capitalization index futures equity bond_price net_asset_value nav gilt stock_future index_future investor_return',
    words:
      'indices futures price dow nasdaq ftse dax nikkei s_p omx omxh stoxx cac sensex nifty hang_seng topix kospi equities wall_street stocks_future asx ibovespa bourse bitcoin btc eth ethereum crypto token_price hex',
  },
  { name: 'prices', weight: 0.35, nouns: 'selling_price price rent tariff_rate fare rate_card' },
  {
    name: 'commodity',
    weight: 0.4,
    nouns: 'yield treasury_yield rig_count',
    words: 'oil gold copper crude brent silver lumber wti sterling euro dollar yen rupee currency pound peso krona ruble',
  },
  {
    name: 'payout',
    weight: 1,
    nouns: 'dividend distribution payout dividend_payout payout_ratio quarterly_dividend coupon bonus_issue dividend_yield',
  },
  {
    name: 'guidance',
    weight: 1.1,
    nouns:
      'guidance outlook forecast full_year_guidance profit_forecast sales_forecast earnings_forecast target profit_target sales_target growth_target projection prognosis estimate full_year_outlook view fy_view profit_outlook eps_estimate profit_estimate growth_forecast revenue_forecast guide expectation',
  },
  { name: 'target', weight: 1.2, nouns: 'price_target target_price stock_price_target share_price_target', words: 'pt tp' },
  { name: 'rating', weight: 1.1, nouns: 'rating credit_rating debt_rating stock_rating long_term_rating fair_value' },
  {
    name: 'growth',
    weight: 1,
    alone: 0.45,
    nouns:
      'growth_rate sales_growth revenue_growth profit_growth earnings_growth subscriber_growth user_growth economic_growth organic_growth income_growth',
    words: 'growth momentum',
  },
  {
    name: 'economy',
    weight: 0.8,
    nouns:
      'economy payroll pmi factory_order retail_sale consumer_confidence business_confidence industrial_production home_sale house_price trade_surplus household_income wage salary surplus consumer_sentiment business_sentiment factory_output inflow home_price lending',
    words: 'gdp employment nonfarm_payrolls durable_goods liquidity solvency deposits deposit loans',
  },
  {
    name: 'jobs',
    weight: 0.8,
    nouns:
      'job workforce headcount employee worker position_cut personnel staff number_of_personnel post role number_of_employee job_number staffing_level staff_number',
    words: 'staff hiring jobs positions',
  },
  { name: 'stake', weight: 0.5, nouns: 'stake holding shareholding ownership exposure interest_in' },
  {
    name: 'mood',
    weight: 0.8,
    alone: 0.25,
    nouns: 'hope optimism confidence appetite sentiment morale enthusiasm cheer risk_appetite goodwill euphoria',
  },
  {
    name: 'loss',
    weight: -1.1,
    alone: -0.55,
    nouns:
      'loss net_loss operating_loss pretax_loss pre_tax_loss loss_per_share deficit shortfall credit_loss loan_loss trading_loss cash_burn quarterly_loss annual_loss',
    words: 'losses red_ink negative_cash_flow in_the_red negative_result',
  },
  {
    name: 'cost',
    weight: -0.8,
    nouns:
      'cost expense expenditure operating_cost operating_expense raw_material_cost fuel_cost labour_cost labor_cost interest_expense overhead interest_cost borrowing_cost material_cost fixed_cost cost_of_sale cost_base input_cost input_price raw_material_price energy_price finance_cost financing_cost production_cost energy_cost funding_cost restructuring_cost cost_of_goods tax_rate tax_bill wage_bill fuel_price raw_material legal_cost opex capital_requirement lead_time',
    words: 'capex_bill overheads taxes tax duties duty',
  },
  {
    name: 'debt',
    weight: -0.8,
    nouns:
      'debt liability borrowing debt_load debt_pile gearing leverage net_debt bad_loan bad_debt impaired_loan pension_deficit non_performing_loan debt_burden debt_level gearing_ratio arrears indebtedness',
  },
  {
    name: 'writedown',
    weight: -1,
    alone: -0.7,
    nouns:
      'impairment write_down writedown write_off writeoff impairment_charge impairment_loss one_off_charge restructuring_charge goodwill_charge ppi_charge loan_loss_provision credit_provision bad_loan_provision',
  },
  { name: 'charge', weight: -0.8, alone: -0.1, nouns: 'charge provision accrual non_recurring_charge' },
  {
    name: 'trouble',
    weight: -0.9,
    alone: -0.5,
    nouns:
      'concern fear worry doubt anxiety tension uncertainty headwind risk_aversion unrest jitter woe trouble problem issue_with difficulty turmoil crisis threat backlash strain stress pessimism gloom weakness complaint disruption shortage bottleneck delay glut oversupply overcapacity overhang bubble pain obstacle hurdle setback turbulence controversy criticism pushback friction disappointment discontent frustration challenge_to fallout drag nervousness',
    words: 'pressure pressures unease volatility volatile_trading instability panic distress',
  },
  { name: 'risk', weight: -0.7, alone: -0.15, nouns: 'risk competition challenge hardship' },
  {
    name: 'unemployment',
    weight: -0.9,
    nouns:
      'unemployment jobless_claim jobless_rate unemployment_rate jobless_claim claim insurance_claim combined_ratio unemployment_claim',
  },
  {
    name: 'attrition',
    weight: -0.9,
    alone: -0.3,
    nouns:
      'churn attrition cancellation outflow withdrawal redemption delinquency vacancy_rate arrear foreclosure return_rate default_rate customer_loss defect_rate bankruptcy_rate net_outflow stock_out loan_default',
  },
  {
    name: 'macrocost',
    weight: -0.5,
    nouns: 'inflation interest_rate tariff bond_yield_spread spread inventory stockpile emission accident_rate death case infection trade_deficit budget_deficit carbon_emission short_interest consumer_price producer_price cpi ppi volatility_index',
    words: 'inflation vix',
  },
]
